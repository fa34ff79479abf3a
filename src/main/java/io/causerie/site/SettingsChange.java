package io.causerie.site;

import io.causerie.http.JsonFields;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  /** A null puts a setting back to its default. Fails with INVALID, naming every bad setting. */
  public static SettingsChange from(JsonFields json) {
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
        if (value == null) {
          json.error(name, "must be " + setting.bounds());
        } else {
          decided.put(name, SiteSettings.json(value));
        }
      }
    }
    json.check();
    return new SettingsChange(decided, toDefault);
  }

  /** As typed on the command line. Fails with a line for each bad setting. */
  public static SettingsChange from(Map<String, String> nameToText) {
    JsonObject decided = new JsonObject();
    List<String> problems = new ArrayList<>();
    nameToText.forEach((name, text) -> {
      Setting<?> setting = SiteSettings.named(name);
      Object value = setting == null ? null : setting.fromText().apply(text);
      if (setting == null) {
        problems.add(name + " is not a setting; there are " + SiteSettings.names());
      } else if (value == null) {
        problems.add(name + " must be " + setting.bounds());
      } else {
        decided.put(name, SiteSettings.json(value));
      }
    });
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new SettingsChange(decided, List.of());
  }
}
