package io.causerie.config;

import io.causerie.config.InvalidConfig.ConfigProblem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings by name and remembers what is wrong with them. A setting that is empty counts as
 * not set. A wrong one reads as its default, so that one start finds all that are wrong.
 */
final class Settings {
  private static final String PREFIX = "CAUSERIE_";
  private static final String FILE = "CAUSERIE_FILE";

  private final Map<String, String> values;
  private final Set<String> names = new TreeSet<>();
  private final List<ConfigProblem> problems = new ArrayList<>();

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /** The settings of the environment over those of the file that {@code CAUSERIE_FILE} names. */
  static Settings of(Map<String, String> environment) {
    Map<String, String> values = new HashMap<>();
    Settings settings = new Settings(values);
    values.putAll(environment);
    values.keySet().removeIf(name -> !name.startsWith(PREFIX) && !name.equals("DATABASE_URL"));
    @Nullable Path file = settings.optional(FILE, Path::of);
    if (file != null) {
      settings.load(file).forEach(values::putIfAbsent);
    }
    return settings;
  }

  private Map<String, String> load(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(new ConfigProblem(FILE, "names a file that cannot be read: " + file));
    }
    Map<String, String> loaded = new HashMap<>();
    properties.stringPropertyNames().forEach(name -> loaded.put(name, value(properties, name)));
    return loaded;
  }

  private static String value(Properties properties, String name) {
    return properties.getProperty(name, "");
  }

  String text(String name, String otherwise) {
    return read(name, otherwise, Function.identity());
  }

  int integer(String name, int otherwise, int min, int max) {
    return read(name, Integer.toString(otherwise), text -> {
      if (text.matches("[0-9]{1,9}")) {
        int number = Integer.parseInt(text);
        if (min <= number && number <= max) {
          return number;
        }
      }
      throw new IllegalArgumentException("must be a whole number from " + min + " to " + max);
    });
  }

  boolean isOn(String name, boolean otherwise) {
    return read(name, otherwise ? "on" : "off", text -> {
      if (!text.equals("on") && !text.equals("off")) {
        throw new IllegalArgumentException("must be on or off");
      }
      return text.equals("on");
    });
  }

  /** Null when the setting says {@code off}. */
  <T> @Nullable T unlessOff(String name, String otherwise, Function<String, T> parse) {
    if ("off".equals(values.get(name))) {
      names.add(name);
      return null;
    }
    return read(name, otherwise, parse);
  }

  <T> T read(String name, String otherwise, Function<String, T> parse) {
    @Nullable T value = optional(name, parse);
    return value == null ? parse.apply(otherwise) : value;
  }

  /** Null when the setting is not set or wrong. */
  <T> @Nullable T optional(String name, Function<String, T> parse) {
    names.add(name);
    String text = values.getOrDefault(name, "").strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      problems.add(new ConfigProblem(name, String.valueOf(e.getMessage())));
      return null;
    }
  }

  /** The names that were read until now. */
  Set<String> names() {
    return names;
  }

  /** Fails with everything that is wrong; what was set and never read is wrong too. */
  void check() {
    List<ConfigProblem> all = new ArrayList<>(problems);
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(names);
    unknown.forEach(name -> all.add(new ConfigProblem(name, "is not a setting" + hint(name))));
    if (!all.isEmpty()) {
      throw new InvalidConfig(all);
    }
  }

  private String hint(String name) {
    return Spelling.nearest(name, names)
        .map(near -> "; did you mean " + near + "?")
        .orElse("");
  }
}
