package io.causerie;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may use whom: each package only those of lower levels, and none beside it. */
final class ArchitectureTest {
  private static final String ROOT = "io.causerie";
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages(ROOT);
  /** The rooms of each level, from the top. */
  private static final List<List<String>> HOUSE = List.of(
      List.of(""),
      List.of("cli"),
      List.of("app"),
      List.of("demo", "moderation.live"),
      List.of("posting", "moderation.preview", "moderation.queue", "moderation.settings"),
      List.of(
          "moderation.dashboard",
          "moderation.decision",
          "moderation.inplace",
          "moderation.threads",
          "thread",
          "flag",
          "ban",
          "log",
          "screening",
          "signin"),
      List.of("comment", "team", "signin.passkey"),
      List.of("account", "config", "signin.totp"),
      List.of("site", "event", "secret", "upkeep", "signin.password"),
      List.of("http", "text", "db"),
      List.of("core", "cache", "db.embedded"));

  private static final Map<String, Integer> LEVELS = levels();

  /** What they match is settings and the like, never a request. */
  private static final Set<String> READ_OPERATORS = Set.of(
      ROOT + ".config.Config",
      ROOT + ".config.Settings",
      ROOT + ".db.embedded.PostgresBinaries",
      ROOT + ".secret.Seal",
      ROOT + ".http.AllowedMethods",
      ROOT + ".http.Cidr",
      ROOT + ".http.OwnOrigin",
      ROOT + ".site.Origins",
      ROOT + ".site.Setting");

  @Test
  void everyPackageHasALevel() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName)).isSubsetOf(LEVELS.keySet());
  }

  @Test
  void nobodyUsesWhatIsNotBelow() {
    assertThat(CLASSES.stream().flatMap(user -> user.getDirectDependenciesFromSelf().stream()))
        .filteredOn(ArchitectureTest::leavesItsPackage)
        .allSatisfy(use -> assertThat(level(use.getTargetClass()))
            .as(use.getDescription())
            .isLessThan(level(use.getOriginClass())));
  }

  @Test
  void noPackagesUseEachOther() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheMarkupOfTextKnowsMarkdownAndTheSanitiser() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".text")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.owasp..", "org.commonmark..")
        .check(CLASSES);
    assertThat(CLASSES.stream().filter(ArchitectureTest::sanitises).map(JavaClass::getSimpleName))
        .containsExactly("Markup");
  }

  /** A cache that is made elsewhere could be bounded by number, without its keys, or not at all. */
  @Test
  void everyCacheIsBoundedInBytesAndShared() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.causerie.cache.Bounded")
        .should()
        .callMethod(Caffeine.class, "newBuilder")
        .orShould()
        .callMethod(Caffeine.class, "from", String.class)
        .check(CLASSES);
  }

  /** What is compiled here and there for an occasion is not tried by {@link PatternsTest}. */
  @Test
  void regularExpressionsAreConstants() {
    assertThat(CLASSES.stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(ArchitectureTest::compilesAPattern)
            .filter(call -> !call.getOrigin().getName().equals("<clinit>"))
            .filter(call -> !READ_OPERATORS.contains(call.getOriginOwner().getName()))
            .map(JavaMethodCall::getDescription))
        .isEmpty();
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void everyTypeIsClosed() {
    assertThat(CLASSES.stream()
            .filter(type -> !type.isInterface() && !type.isAnonymousClass() && !type.isEnum())
            .filter(type -> !type.getModifiers().contains(JavaModifier.FINAL))
            .map(JavaClass::getName))
        .isEmpty();
  }

  /** The rules would say nothing if nothing were read. */
  @Test
  void theClassesThatAreJudgedAreThere() {
    classes().should().resideInAPackage(ROOT + "..").check(CLASSES);
    assertThat(new TreeSet<>(CLASSES.stream().map(JavaClass::getPackageName).toList()))
        .containsAll(List.of(ROOT, ROOT + ".comment", ROOT + ".http"));
  }

  private static boolean leavesItsPackage(Dependency use) {
    String target = use.getTargetClass().getPackageName();
    return (target + ".").startsWith(ROOT + ".")
        && !target.equals(use.getOriginClass().getPackageName());
  }

  private static Map<String, Integer> levels() {
    Map<String, Integer> levels = new HashMap<>();
    for (int i = 0; i < HOUSE.size(); i++) {
      for (String room : HOUSE.get(i)) {
        levels.put(room.isEmpty() ? ROOT : ROOT + "." + room, HOUSE.size() - i);
      }
    }
    return levels;
  }

  private static int level(JavaClass type) {
    return LEVELS.getOrDefault(type.getPackageName(), -1);
  }

  private static boolean compilesAPattern(JavaMethodCall call) {
    String owner = call.getTargetOwner().getSimpleName();
    return switch (call.getName()) {
      case "compile" -> owner.equals("Pattern");
      case "matches" -> owner.equals("Pattern") || owner.equals("String");
      case "replaceAll", "replaceFirst" -> owner.equals("String");
      default -> false;
    };
  }

  private static boolean sanitises(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().getSimpleName().equals("PolicyFactory")
            && call.getName().equals("sanitize"));
  }
}
