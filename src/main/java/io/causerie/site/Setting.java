package io.causerie.site;

import io.vertx.core.json.JsonArray;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a site owner decides.
 *
 * @param name in JSON and on the command line
 * @param bounds what it may be, in words that follow "must be"
 * @param explanation what it does, for the owner
 * @param fromJson null for what is out of bounds
 * @param fromText null for what is out of bounds
 */
public record Setting<T>(
    String name,
    T otherwise,
    String bounds,
    String explanation,
    Function<Object, @Nullable T> fromJson,
    Function<String, @Nullable T> fromText) {

  static Setting<Integer> number(String name, int min, int max, int otherwise, String explanation) {
    Function<Object, @Nullable Integer> read =
        value -> value instanceof Integer number && min <= number && number <= max ? number : null;
    return new Setting<>(
        name,
        otherwise,
        "a whole number from " + min + " to " + max,
        explanation,
        read,
        text -> text.matches("[0-9]{1,9}") ? read.apply(Integer.valueOf(text)) : null);
  }

  static Setting<Boolean> onOff(String name, boolean otherwise, String explanation) {
    return new Setting<>(
        name,
        otherwise,
        "true or false",
        explanation,
        value -> value instanceof Boolean on ? on : null,
        text -> switch (text) {
          case "on", "true" -> true;
          case "off", "false" -> false;
          default -> null;
        });
  }

  static Setting<List<String>> words(
      String name, int most, List<String> otherwise, String explanation) {
    int longest = 100;
    Function<List<?>, @Nullable List<String>> read = values -> values.size() <= most
            && values.stream()
                .allMatch(word ->
                    word instanceof String text && !text.isBlank() && text.length() <= longest)
        ? values.stream().map(String::valueOf).map(String::strip).distinct().toList()
        : null;
    return new Setting<>(
        name,
        otherwise,
        "a list of at most " + most + " texts of 1 to " + longest + " characters",
        explanation,
        value -> value instanceof List<?> list
            ? read.apply(list)
            : value instanceof JsonArray array ? read.apply(array.getList()) : null,
        text -> read.apply(text.isEmpty() ? List.of() : Arrays.asList(text.split(","))));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Setting<?> setting && setting.name.equals(name);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(name);
  }
}
