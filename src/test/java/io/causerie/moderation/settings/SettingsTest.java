package io.causerie.moderation.settings;

import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.site.Setting;
import io.causerie.site.SiteSettings;
import io.causerie.testing.Answer;
import io.causerie.testing.Console;
import io.causerie.testing.Desk;
import io.causerie.testing.Eventually;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a site's team sets for it. */
@ServiceTest
final class SettingsTest {
  private final TestApp app;
  private final Desk desk;

  SettingsTest(TestApp app) {
    this.app = app;
    desk = new Desk(app);
  }

  @Test
  void everySettingIsThereWithItsDefaultAndItsMeaning() {
    JsonObject settings = desk.get("/settings").json();

    assertThat(settings.getJsonObject("settings")).isEqualTo(settings.getJsonObject("defaults"));
    assertThat(settings.getJsonArray("described")).hasSameSizeAs(SiteSettings.ALL);
    for (Object each : settings.getJsonArray("described")) {
      JsonObject described = (JsonObject) each;
      String name = described.getString("name");
      assertThat(described.getString("explanation")).as(name).endsWith(".");
      assertThat(described.getString("bounds")).as(name).isNotEmpty();
      assertThat(described.getValue("default"))
          .as(name)
          .isEqualTo(settings.getJsonObject("defaults").getValue(name));
    }
  }

  @Test
  void aChangeIsInForceAtOnceAndANullTakesItBack() {
    Answer changed = patch("{\"maxBodyLength\": 5, \"bannedWords\": [\" spam* \", \"spam*\"]}");

    JsonObject settings = changed.json().getJsonObject("settings");
    assertThat(settings.getInteger("maxBodyLength")).isEqualTo(5);
    assertThat(settings.getJsonArray("bannedWords")).containsExactly("spam*");
    assertThat(settings.getInteger("formSeconds")).isEqualTo(2);
    assertThat(desk.get("/settings").json()).isEqualTo(changed.json());
    assertThat(app.post(comment("/short", "123456")).status()).isEqualTo(400);

    assertThat(patch("{\"maxBodyLength\": null}").json().getJsonObject("settings"))
        .isEqualTo(settings.copy().put("maxBodyLength", 10_000));
    assertThat(app.post(comment("/short", "123456")).status()).isEqualTo(201);
  }

  @Test
  void aBodyMayBeAsLongAsASiteMayAllowAndItsHtmlFits() {
    patch("{\"maxBodyLength\": 65536}");

    assertThat(app.post(comment("/longest", "z".repeat(65_536))).status()).isEqualTo(201);
    for (String body : List.of("&".repeat(65_536), "z".repeat(65_537))) {
      Answer refused = app.post(comment("/longest", body));

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.badFields()).containsExactly("body");
    }
  }

  @Test
  void aWordThatGrowsWhenItIsComparedIsNamed() {
    JsonArray words = new JsonArray().add("casino").add("ab\uFDFA".repeat(30));

    for (String name : List.of("bannedWords", "suspectWords", "reservedNames")) {
      Answer refused = desk.patch("/settings", new JsonObject().put(name, words));

      assertThat(Desk.wrongFields(refused)).containsExactly(name);
      assertThat(refused.text()).contains("[1]", "ab\uFDFAab\uFDFA").doesNotContain("casino");
      assertThat(refused.text()).hasSizeLessThan(1_000);
    }
  }

  @Test
  void aListThatGrowsWhenItIsComparedIsRefusedWithTheWordWhereItIsTooMuch() {
    List<String> words = IntStream.range(0, 5_000)
        .mapToObj(i -> Integer.toString(i, 36) + "\uFDFA".repeat(10))
        .toList();

    Answer refused = desk.patch("/settings", new JsonObject().put("bannedWords", words));

    assertThat(Desk.wrongFields(refused)).containsExactly("bannedWords");
    assertThat(refused.text()).contains("250000 characters", "[1");
    assertThat(siteSet("suspectWords=" + "\uFDFA".repeat(100))).isEqualTo(1);
    assertThat(app.database()
            .count(
                "select count(*) from sites where settings <> '{}' and id = '" + app.site() + "'"))
        .isZero();
  }

  /** As they were taken before there was such a bound. */
  @Test
  void aListThatIsStoredAndTooLargeHoldsWhatIsPosted() {
    app.database()
        .execute(
            """
            update sites set settings = jsonb_build_object('bannedWords', (
              select jsonb_agg(lpad(to_hex(n), 4, 'z') || repeat(chr(64762), 96))
              from generate_series(1, 5000) n))
            where id = '%s'
            """
                .formatted(app.site()));

    Answer posted = app.post(comment("/held", "Nothing of note"));

    assertThat(posted.status()).isEqualTo(202);
    assertThat(desk.heldFor(posted)).containsExactly("banned-word:failed");
  }

  @Test
  void everyBadSettingIsNamedAndNothingChanges() {
    JsonObject wrong = new JsonObject()
        .put("premoderated", true)
        .put("maxBodyLength", 0)
        .put("closeAfterDays", "30")
        .put("holdFromLinks", 1.5)
        .put("flagsToHold", 9_999_999_999L)
        .put("honeypot", 1)
        .put("bannedWords", new JsonArray(Collections.nCopies(50_000, "a word")))
        .put("suspectWords", new JsonArray().add("ok").add("w".repeat(101)))
        .put("reservedNames", new JsonArray().add(1))
        .put("trackingParameters", new JsonObject())
        .put("noSuchThing", true);

    Answer refused = desk.patch("/settings", wrong);

    assertThat(Desk.wrongFields(refused))
        .containsExactly(
            "maxBodyLength",
            "closeAfterDays",
            "holdFromLinks",
            "flagsToHold",
            "honeypot",
            "bannedWords",
            "suspectWords",
            "reservedNames",
            "trackingParameters",
            "noSuchThing");
    assertThat(refused.text()).contains("must be a list of at most 5000 texts");
    assertThat(desk.get("/settings").json().getJsonObject("settings").getBoolean("premoderated"))
        .isFalse();
    assertThat(desk.log()).isEmpty();
  }

  @Test
  void onlyWhatChangesIsLogged() {
    patch("{\"holdFromLinks\": 3, \"premoderated\": true}");
    patch("{\"holdFromLinks\": 3, \"premoderated\": null}");
    patch("{\"holdFromLinks\": 3}");
    patch("{}");

    assertThat(desk.log())
        .containsExactly(
            "settings {\"premoderated\":null,\"holdFromLinks\":null}"
                + " {\"premoderated\":true,\"holdFromLinks\":3}",
            "settings {\"premoderated\":true} {\"premoderated\":null}");
  }

  @Test
  void changesOfDifferentSettingsAtOnceAreAllKept() {
    List<String> numbers = List.of(
        "maxBodyLength",
        "closeAfterDays",
        "holdFromLinks",
        "repeatMinutes",
        "secondsBetween",
        "formSeconds",
        "flagsToHold",
        "approvalsBeforeTrust",
        "approvalsBeforeLinks");
    for (int round = 10; round < 15; round++) {
      List<Future<Answer>> atOnce = new ArrayList<>();
      for (String name : numbers) {
        atOnce.add(desk.sending(HttpMethod.PATCH, "/settings", new JsonObject().put(name, round)));
      }

      TestApp.await(Future.all(atOnce));

      JsonObject settings = desk.get("/settings").json().getJsonObject("settings");
      int set = round;
      assertThat(numbers)
          .allSatisfy(name -> assertThat(settings.getInteger(name)).as(name).isEqualTo(set));
    }
    assertThat(desk.log()).hasSize(5 * numbers.size());
  }

  @Test
  void anotherNodeKnowsWithinASecond() {
    try (TestApp other = app.anotherNode()) {
      Desk elsewhere = new Desk(other);
      assertThat(holdFromLinks(elsewhere)).isZero();

      patch("{\"holdFromLinks\": 7}");
      Eventually.is("the other node has it", () -> holdFromLinks(elsewhere) == 7);
    }
  }

  @Test
  void theCommandLineChangesTheSameAndIsLogged() {
    patch("{\"premoderated\": true}");

    assertThat(siteSet("holdFromLinks=3", "bannedWords=spam*,scam")).isZero();
    assertThat(siteSet("holdFromLinks=1000", "flagsToHold=1")).isEqualTo(1);
    assertThat(siteSet("noSuchThing=1")).isEqualTo(1);

    assertThat(app.database()
            .rows("select actor, before::text, after::text from moderation_log"
                + " where seq > 1 and site_id = '" + app.site() + "'"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getString(0)).isEqualTo("console");
          assertThat(row.getString(1))
              .isEqualTo("{\"bannedWords\": null, \"holdFromLinks\": null}");
          assertThat(row.getString(2))
              .isEqualTo("{\"bannedWords\": [\"spam*\", \"scam\"], \"holdFromLinks\": 3}");
        });
    Eventually.is("the service has it", () -> holdFromLinks(desk) == 3);
    assertThat(desk.get("/settings").json().getJsonObject("settings").getBoolean("premoderated"))
        .isTrue();
  }

  /** Runs the command as an operator does; answers its exit code. */
  private int siteSet(String... settings) {
    List<String> command = new ArrayList<>(List.of("site", "set", app.site()));
    command.addAll(List.of(settings));
    return new Console(app.database().url()).run(command.toArray(String[]::new)).exitCode();
  }

  /** Each row of docs/moderation.md under Settings is a setting as it is. */
  @Test
  void theManualNamesEverySettingWithItsDefault() throws IOException {
    String manual = Files.readString(Path.of("docs", "moderation.md"));
    String chapter = manual.split("(?m)^## Settings$", 2)[1].split("(?m)^## ", 2)[0];

    List<String> rows = chapter.lines().filter(line -> line.startsWith("| `")).toList();

    assertThat(rows).isEqualTo(SiteSettings.ALL.stream().map(SettingsTest::row).toList());
  }

  private static String row(Setting<?> setting) {
    Object value = setting.otherwise();
    String shown = value instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
    String described = shown.isEmpty() ? "none" : "`" + shown + "`";
    return "| `%s` | %s | %s |".formatted(setting.name(), described, setting.explanation());
  }

  private Answer patch(String json) {
    Answer answer = desk.patch("/settings", new JsonObject(json));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static int holdFromLinks(Desk desk) {
    return desk.get("/settings").json().getJsonObject("settings").getInteger("holdFromLinks");
  }
}
