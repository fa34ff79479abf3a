package io.causerie.site;

import io.causerie.http.JsonFields;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of some settings, checked; the others stay as they are.
 *
 * @param decided settings with their values, as they are stored
 * @param toDefault settings that are decided no more
 */
public record SettingsChange(JsonObject decided, List<String> toDefault) {
  public SettingsChange {
    toDefault = List.copyOf(toDefault);
  }

  /** What else is looked at before a value is taken. */
  @FunctionalInterface
  public interface Check {
    /** What is wrong with a value within the setting's bounds, after its name; null when nothing is. */
    @Nullable
    String problem(Setting<?> setting, Object value);
  }

  /** A null puts a setting back to its default. Fails with INVALID, naming every bad setting. */
  public static SettingsChange from(JsonFields json, Check check) {
    JsonObject decided = new JsonObject();
    List<String> toDefault = new ArrayList<>();
    for (String name : json.names()) {
      Setting<?> setting = SiteSettings.named(name);
      Object asked = json.value(name);
      if (setting == null) {
        json.error(name, "is not a setting");
      } else if (asked == null) {
        toDefault.add(name);
      } else {
        Object value = setting.fromJson().apply(asked);
        String problem = problem(setting, value, check);
        if (value == null || problem != null) {
          json.error(name, String.valueOf(problem));
        } else {
          decided.put(name, SiteSettings.json(value));
        }
      }
    }
    json.check();
    return new SettingsChange(decided, toDefault);
  }

  /** As typed on the command line. Fails with a line for each bad setting. */
  public static SettingsChange from(Map<String, String> nameToText, Check check) {
    JsonObject decided = new JsonObject();
    List<String> problems = new ArrayList<>();
    nameToText.forEach((name, text) -> {
      Setting<?> setting = SiteSettings.named(name);
      Object value = setting == null ? null : setting.fromText().apply(text);
      String problem = setting == null
          ? "is not a setting; there are " + SiteSettings.names()
          : problem(setting, value, check);
      if (value == null || problem != null) {
        problems.add(name + " " + problem);
      } else {
        decided.put(name, SiteSettings.json(value));
      }
    });
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new SettingsChange(decided, List.of());
  }

  private static @Nullable String problem(Setting<?> setting, @Nullable Object value, Check check) {
    return value == null ? "must be " + setting.bounds() : check.problem(setting, value);
  }
}
