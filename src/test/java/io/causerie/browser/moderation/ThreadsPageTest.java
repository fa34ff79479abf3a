package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threads are closed, slowed, pinned, renamed and merged on their page. */
@BrowserTest
final class ThreadsPageTest {
  private static final String KEY = Newsroom.THREAD;
  private static final String DRAFT = "/2026/draft";

  @Test
  void aThreadIsClosedAndOpenedAgain(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    room.comments(2);
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Closes"), "threads");

    sheet.press("Close the thread");

    assertThat(sheet.notice()).hasText("The thread is closed.");
    assertThat(sheet.rows().locator(".badge")).hasText("Closed");
    assertThat(thread(room).getString("closedBy")).isEqualTo("hand");
    sheet.press("Open it again");
    assertThat(sheet.notice()).hasText("The thread is open again.");
    assertThat(sheet.button("Close the thread")).isFocused();
    assertThat(thread(room).getBoolean("closed")).isFalse();
  }

  @Test
  void aThreadIsSlowedWithAReason(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    room.comments(1);
    Sheet sheet = found(Moderator.owner(reader, room, "Ann Slows"), KEY);

    sheet.field("Every comment waits for a moderator").check();
    sheet.choose("Slow mode", "other").field("Seconds").fill("soon");
    sheet.press("Save");
    assertThat(sheet.field("Seconds")).isFocused();
    assertThat(sheet.error("Seconds")).containsText("whole number");
    sheet.field("Seconds").fill("90");
    sheet.field("Reason").fill("It burns");
    sheet.press("Save");

    assertThat(sheet.notice()).hasText("Saved.");
    assertThat(sheet.rows().first().locator(".badge"))
        .hasText(new String[] {"Pre-moderated", "Slow mode: \u206890 seconds\u2069"});
    assertThat(thread(room).getInteger("slowModeSeconds")).isEqualTo(90);
    assertThat(thread(room).getBoolean("premoderated")).isTrue();
    assertThat(room.logged("slow")).isEqualTo(1);
    inspect(reader, "threads-manage");
  }

  @Test
  void commentsArePinnedAndUnpinned(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    List<String> ids = room.comments(4);
    room.reply(ids.get(0), "Bo", "An answer cannot be pinned.");
    Sheet sheet = found(Moderator.owner(reader, room, "Ann Pins"), KEY);

    sheet.unfold("Pinned comments").press("Choose comments to pin");
    assertThat(pin(sheet, "Guest 4")).isVisible();
    assertThat(sheet.page().getByText("An answer cannot be pinned.")).hasCount(0);
    pin(sheet, "Guest 1").click();
    assertThat(sheet.page().getByText("The comment is pinned.").first()).isVisible();
    assertThat(thread(room).getJsonArray("pinned")).isEqualTo(JsonArray.of(ids.get(0)));
    pin(sheet, "Guest 2").click();
    assertThat(pin(sheet, "Guest 2")).hasCount(0);
    pin(sheet, "Guest 3").click();
    assertThat(pin(sheet, "Guest 3")).hasCount(0);
    pin(sheet, "Guest 4").click();
    assertThat(sheet.page().getByText("Three are pinned. Unpin one first.").first())
        .isVisible();

    unpin(sheet, "Guest 1").first().click();

    assertThat(pin(sheet, "Guest 1")).isVisible();
    assertThat(thread(room).getJsonArray("pinned")).hasSize(2);
    inspect(reader, "threads-pins");
  }

  @Test
  void aThreadIsRenamedButNotToAKeyThatIsTaken(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    room.comments(1);
    draft(room);
    Sheet sheet = found(Moderator.owner(reader, room, "Ann Renames"), KEY);

    sheet.unfold("Rename").field("New key or address").fill(DRAFT);
    sheet.press("Rename");
    assertThat(sheet.notice()).containsText("Merge the two instead");
    sheet.refused();
    sheet.field("New key or address").fill("/2026/moved");
    sheet.press("Rename");

    assertThat(sheet.notice()).hasText("The thread has its new key.");
    assertThat(thread(room).getString("key")).isEqualTo("/2026/moved");
    assertThat(sheet.page().locator("summary", text("Former keys (1)"))).isVisible();
  }

  @Test
  void twoThreadsBecomeOneAfterAWarning(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    room.comments(2);
    draft(room);
    Sheet sheet = found(Moderator.owner(reader, room, "Ann Merges"), KEY);
    sheet.unfold("Merge with another thread");
    Locator other = sheet.field("Key or address of the other thread");

    other.fill("/nowhere");
    sheet.press("Merge…");
    assertThat(sheet.error("Key or address of the other thread"))
        .hasText("No thread has this key.");
    other.fill(KEY);
    sheet.press("Merge…");
    assertThat(sheet.error("Key or address of the other thread"))
        .hasText("This is the same thread.");
    other.fill(DRAFT);
    sheet.press("Merge…");
    assertThat(sheet.moderator().dialog()).containsText("1 public comment moves");
    assertThat(sheet.button("Cancel")).isFocused();
    inspect(reader, "threads-merge");
    sheet.press("Merge for good");

    assertThat(sheet.moderator().toast()).containsText("The two threads are one.");
    assertThat(sheet.rows().first()).containsText("3 comments");
    assertThat(thread(room).getJsonArray("aliases")).isEqualTo(JsonArray.of(DRAFT));
  }

  @Test
  void anUnknownKeyFindsNothingAndAllIsALinkAway(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    room.comments(1);
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Finds"), "threads");

    sheet.field("Find a thread by its key or address").fill("/not/there");
    sheet.press("Find").loaded();

    assertThat(sheet.heading("No thread has this key.")).isVisible();
    assertThat(reader.page().url()).contains("thread=%2Fnot%2Fthere");
    reader.page().getByText("All threads").click();
    assertThat(sheet.loaded().rows()).hasCount(1);
  }

  /** A comment on another page. */
  private static void draft(Newsroom room) {
    JsonObject author = new JsonObject().put("name", "Bo");
    room.post(
        new JsonObject().put("thread", DRAFT).put("author", author).put("body", "On the draft."));
  }

  private static Sheet found(Moderator moderator, String key) {
    return Sheet.open(moderator, "threads&thread=" + key);
  }

  private static Locator pin(Sheet sheet, String name) {
    return sheet.button("Pin the comment by \u2068" + name + "\u2069");
  }

  private static Locator unpin(Sheet sheet, String name) {
    return sheet.button("Unpin the comment by \u2068" + name + "\u2069");
  }

  private static Page.LocatorOptions text(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  /** As the service has it. */
  private static JsonObject thread(Newsroom room) {
    return room.desk().ask("/threads?thread=" + KEY).getJsonArray("threads").getJsonObject(0);
  }
}
