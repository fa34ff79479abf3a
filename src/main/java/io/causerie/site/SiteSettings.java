package io.causerie.site;

import static io.causerie.site.Setting.number;
import static io.causerie.site.Setting.onOff;
import static io.causerie.site.Setting.words;

import io.causerie.cache.Sizes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a site owner decides; what is not decided has its default. Stored as JSON. */
public record SiteSettings(Map<Setting<?>, Object> decided) {
  public static final Setting<Integer> MAX_BODY_LENGTH =
      number("maxBodyLength", 1, 65_536, 10_000, "The most characters a comment may have.");
  public static final Setting<List<String>> TRACKING_PARAMETERS = words(
      "trackingParameters",
      100,
      List.of(),
      "Query parameters that tell no pages apart, besides the usual ones. Threads that were begun under"
          + " an address with such a parameter are no longer found by it: rename or merge them before.");
  public static final Setting<Integer> CLOSE_AFTER_DAYS = number(
      "closeAfterDays",
      0,
      36_500,
      0,
      "Threads take no new comments when they are this many days old. 0: never.");

  public static final Setting<Boolean> PREMODERATED =
      onOff("premoderated", false, "Every comment waits for a moderator.");
  public static final Setting<Integer> APPROVALS_BEFORE_TRUST = number(
      "approvalsBeforeTrust",
      0,
      1_000,
      0,
      "The comments of an author wait until this many of them were approved; a guest is known by"
          + " their browser. 0: none waits for that.");
  public static final Setting<Integer> APPROVALS_BEFORE_LINKS = number(
      "approvalsBeforeLinks",
      0,
      1_000,
      1,
      "A comment with a link waits until this many comments of its author that have one were approved."
          + " 0: none waits for that.");
  public static final Setting<Integer> HOLD_FROM_LINKS = number(
      "holdFromLinks", 0, 100, 0, "A comment with this many links or more waits. 0: none does.");
  public static final Setting<List<String>> SUSPECT_WORDS = words(
      "suspectWords",
      5_000,
      List.of(),
      "A comment with one of these words, in whatever letters look like them, waits. * stands for any"
          + " letters.");
  public static final Setting<List<String>> BANNED_WORDS = words(
      "bannedWords",
      5_000,
      List.of(),
      "A comment with one of these words, in whatever letters look like them, is rejected. * stands"
          + " for any letters.");
  public static final Setting<Integer> REPEAT_MINUTES = number(
      "repeatMinutes",
      0,
      43_200,
      0,
      "A comment that says the same, or nearly the same, as another of the last so many minutes"
          + " waits. 0: none does.");
  public static final Setting<Integer> SECONDS_BETWEEN = number(
      "secondsBetween",
      0,
      3_600,
      0,
      "A comment that comes sooner after the last one of its author or network waits. 0: none does.");
  public static final Setting<Boolean> HONEYPOT =
      onOff("honeypot", true, "A comment from a form whose hidden field was filled in is spam.");
  public static final Setting<Integer> FORM_SECONDS = number(
      "formSeconds",
      0,
      60,
      2,
      "A comment sent sooner after its form was opened waits. 0: none does.");
  public static final Setting<Boolean> FORM_REQUIRED = onOff(
      "formRequired", false, "A comment that does not come from the form of our widget waits.");
  public static final Setting<List<String>> RESERVED_NAMES = words(
      "reservedNames",
      500,
      List.of("admin", "administrator", "moderator", "webmaster", "causerie"),
      "Names nobody may sign with, nor with one that looks like them. The team's are always so.");
  public static final Setting<Integer> FLAGS_TO_HOLD = number(
      "flagsToHold",
      0,
      100,
      3,
      "A comment that readers flagged with this weight goes back to wait for a moderator. 0: none"
          + " does.");

  /** In the order in which they are shown. */
  public static final List<Setting<?>> ALL = List.of(
      MAX_BODY_LENGTH,
      TRACKING_PARAMETERS,
      CLOSE_AFTER_DAYS,
      PREMODERATED,
      APPROVALS_BEFORE_TRUST,
      APPROVALS_BEFORE_LINKS,
      HOLD_FROM_LINKS,
      SUSPECT_WORDS,
      BANNED_WORDS,
      REPEAT_MINUTES,
      SECONDS_BETWEEN,
      HONEYPOT,
      FORM_SECONDS,
      FORM_REQUIRED,
      RESERVED_NAMES,
      FLAGS_TO_HOLD);

  public static final SiteSettings DEFAULTS = new SiteSettings(Map.of());

  public SiteSettings {
    decided = Map.copyOf(decided);
  }

  /** What they take in the heap. */
  int bytes() {
    return decided.values().stream().mapToInt(SiteSettings::bytes).sum();
  }

  private static int bytes(Object value) {
    return value instanceof List<?> words
        ? words.stream().mapToInt(word -> Sizes.of(String.valueOf(word))).sum()
        : Sizes.OBJECT;
  }

  @SuppressWarnings("unchecked") // the settings themselves have read their values
  public <T> T get(Setting<T> setting) {
    return (T) decided.getOrDefault(setting, setting.otherwise());
  }

  /** Every setting with its value. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    ALL.forEach(setting -> json.put(setting.name(), json(get(setting))));
    return json;
  }

  /** Every setting with its name, what it does, what it may be, and what it is unless decided. */
  public static JsonArray described() {
    return new JsonArray(ALL.stream()
        .map(setting -> new JsonObject()
            .put("name", setting.name())
            .put("explanation", setting.explanation())
            .put("bounds", setting.bounds())
            .put("default", json(setting.otherwise())))
        .toList());
  }

  /** As they would be after that change. */
  public SiteSettings changed(SettingsChange change) {
    JsonObject stored = toStored().mergeIn(change.decided());
    change.toDefault().forEach(stored::remove);
    return from(stored);
  }

  /** What was decided, as it is stored. What this program does not know is left out. */
  static SiteSettings from(JsonObject stored) {
    Map<Setting<?>, Object> decided = new HashMap<>();
    for (Setting<?> setting : ALL) {
      Object value = stored.getValue(setting.name());
      Object read = value == null ? null : setting.fromJson().apply(value);
      if (read != null) {
        decided.put(setting, read);
      }
    }
    return new SiteSettings(decided);
  }

  JsonObject toStored() {
    JsonObject json = new JsonObject();
    decided.forEach((setting, value) -> json.put(setting.name(), json(value)));
    return json;
  }

  static @Nullable Setting<?> named(String name) {
    return ALL.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  static String names() {
    return String.join(", ", ALL.stream().map(Setting::name).toList());
  }

  /** A value as JSON tells it. */
  static Object json(Object value) {
    return value instanceof List<?> list ? new JsonArray(list) : value;
  }
}
