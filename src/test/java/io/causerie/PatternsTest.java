package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No pattern of ours backtracks: long texts that nearly match cost a bounded number of steps for each
 * character. The texts are samples of what a pattern matches, with a piece repeated and a wrong end.
 */
final class PatternsTest {
  private static final int LENGTH = 8_000;
  private static final int STEPS_FOR_EACH_CHARACTER = 60;
  private static final int SAMPLES = 2;
  private static final int LONGEST_PIECE = 2;
  private static final List<String> WRONG_ENDS = List.of("", "\u0001", "x");
  private static final Pattern FLAGS = Pattern.compile("\\(\\?[a-z]+\\)");

  /** The generator knows letters of the basic plane alone; another shows as well what repeats. */
  private static final Pattern ASTRAL =
      Pattern.compile("\\\\x\\{[0-9A-F]{5}}(-\\\\x\\{[0-9A-F]{5}})?");

  /** What else it does not know. */
  private static final Map<String, String> REPLACEMENTS =
      Map.of("(?i:", "(?:", "\\p{Cntrl}", "\\t", "\\p{Zs}", " ");

  /** By these a pattern looks for more than the whole text. */
  private static final Set<String> SEARCHES = Set.of(
      "Matcher.find",
      "Matcher.lookingAt",
      "Matcher.replaceAll",
      "Matcher.replaceFirst",
      "Matcher.results",
      "Pattern.split",
      "Pattern.splitAsStream");

  /** A pattern and where it stands. */
  record Named(String name, Pattern pattern, boolean isSearched) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > LENGTH * STEPS_FOR_EACH_CHARACTER) {
        throw new AssertionError(
            "too many steps on " + text.substring(0, 40) + "…" + text.substring(text.length() - 5));
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void aNearMissCostsAFewStepsForEachCharacter(Named named) {
    for (String text : nearMisses(named.pattern)) {
      count(named.pattern, text, Matcher::matches);
      if (named.isSearched) {
        count(named.pattern, text, PatternsTest::findAll);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("slowPatterns")
  void aPatternThatBacktracksIsConvicted(Named slow) {
    assertThat(nearMisses(slow.pattern)).anySatisfy(text -> {
      try {
        count(slow.pattern, text, Matcher::matches);
        count(slow.pattern, text, PatternsTest::findAll);
      } catch (AssertionError tooMany) {
        return;
      }
      throw new AssertionError("fast");
    });
  }

  @Test
  void thePatternsAreFound() {
    assertThat(patterns().map(Named::name)).hasSizeGreaterThan(30).contains("Site.ID");
  }

  static Stream<Named> patterns() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.causerie")
            .stream()
            .map(JavaClass::getFields)
            .flatMap(Set::stream)
            .filter(field -> field.getRawType().isEquivalentTo(Pattern.class))
            .filter(field ->
                field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
            .map(PatternsTest::named);
  }

  /** Such as were in use once. */
  static Stream<Named> slowPatterns() {
    return Stream.of("(?i)gzip(;q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?", "\\s*;\\s*", "(a+)+b", "x*x*y")
        .map(regex -> new Named(regex, Pattern.compile(regex), true));
  }

  private static Named named(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return new Named(
          field.getOwner().getSimpleName() + "." + field.getName(),
          (Pattern) reflected.get(null),
          isSearched(field));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isSearched(JavaField field) {
    return field.getAccessesToSelf().stream()
        .flatMap(access -> access.getOrigin().getMethodCallsFromSelf().stream())
        .anyMatch(call ->
            SEARCHES.contains(call.getTargetOwner().getSimpleName() + "." + call.getName()));
  }

  private static void findAll(Matcher matcher) {
    while (matcher.find()) {
      // All of them are counted.
    }
  }

  private static void count(Pattern pattern, String text, Consumer<Matcher> use) {
    use.accept(pattern.matcher(new Counted(text)));
  }

  private static Set<String> nearMisses(Pattern pattern) {
    Set<String> texts = new LinkedHashSet<>();
    for (String sample : samples(pattern)) {
      for (int start = 0; start < sample.length(); start++) {
        for (int end = start + 1; end <= Math.min(sample.length(), start + LONGEST_PIECE); end++) {
          String piece = sample.substring(start, end);
          String pumped = sample.substring(0, start) + piece.repeat(LENGTH / piece.length());
          WRONG_ENDS.forEach(wrong -> texts.add(pumped + wrong));
        }
      }
    }
    return texts;
  }

  private static List<String> samples(Pattern pattern) {
    RgxGenProperties properties = new RgxGenProperties();
    RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, 3);
    RgxGen generator = RgxGen.parse(properties, known(pattern.pattern()));
    Random random = new Random(7);
    List<String> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      samples.add(generator.generate(random));
    }
    return samples;
  }

  private static String known(String regex) {
    String known = ASTRAL.matcher(FLAGS.matcher(regex).replaceFirst("")).replaceAll("z");
    for (Map.Entry<String, String> replacement : REPLACEMENTS.entrySet()) {
      known = known.replace(replacement.getKey(), replacement.getValue());
    }
    return known;
  }
}
