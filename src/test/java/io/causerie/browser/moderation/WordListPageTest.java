package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.causerie.browser.BrowserTest;
import io.causerie.browser.Reader;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Long lists of words are pasted, searched, mended and saved. */
@BrowserTest
final class WordListPageTest {
  private static final int MOST = 5_000;

  @Test
  void aPastedListOfThousandsIsMendedSearchedAndSaved(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Pastes"), "words");
    paste(sheet, words(MOST - 3) + "\ncasino*\nCASINO*\n***\nbuy, now");

    assertThat(problems(sheet)).containsText("Line \u20685,000\u2069 nothing but punctuation");
    assertThat(problems(sheet)).containsText("same as line \u20684,998\u2069");
    sheet.press("Save");
    assertThat(problems(sheet)).isFocused();
    inspect(reader, "words-wrong");
    sheet.press("Split at commas");
    sheet.button("Remove those lines").first().click();
    sheet.page().getByRole(AriaRole.SEARCHBOX).fill("word4321");
    assertThat(sheet.page().getByText("\u20681\u2069 of \u20681\u2069")).isVisible();
    assertThat(sheet.page().locator(".marker")).isVisible();
    sheet.press("Save");

    assertThat(sheet.notice()).hasText("Saved.");
    assertThat(stored(room))
        .hasSize(MOST)
        .contains("casino*", "buy", "now")
        .doesNotContain("CASINO*");
  }

  @Test
  void whatTwoModeratorsDoToOneListIsBothKept(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app).set("bannedWords", list("a", "b"));
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Shares"), "words");

    paste(sheet, "a\nmine");
    room.set("bannedWords", list("a", "b", "theirs"));
    sheet.press("Save");
    assertThat(sheet.notice()).containsText("Your changes were added to theirs");
    assertThat(sheet.field("Banned words")).hasValue("a\ntheirs\nmine");
    sheet.press("Save");

    assertThat(sheet.notice()).hasText("Saved.");
    assertThat(stored(room)).containsExactly("a", "theirs", "mine");
  }

  @Test
  void anotherListIsNotOpenedOverUnsavedChanges(Reader reader, TestApp app) {
    Newsroom room = Newsroom.open(app);
    Sheet sheet = Sheet.open(Moderator.owner(reader, room, "Ann Wanders"), "words");

    paste(sheet, "unsaved");
    reader.page().locator(".tabs").getByText("Reserved names").click();
    sheet.press("Cancel");
    assertThat(sheet.field("Banned words")).hasValue("unsaved");
    reader.page().locator(".tabs").getByText("Reserved names").click();
    sheet.press("Leave").loaded();

    assertThat(sheet.field("Reserved names"))
        .hasValue("admin\nadministrator\nmoderator\nwebmaster\ncauserie");
  }

  private static void paste(Sheet sheet, String text) {
    sheet
        .field("Banned words")
        .evaluate(
            "(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }",
            text);
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(n -> "word" + n).collect(Collectors.joining("\n"));
  }

  private static JsonArray list(String... words) {
    return new JsonArray(List.of(words));
  }

  private static Locator problems(Sheet sheet) {
    return sheet.page().locator(".word-problems");
  }

  @SuppressWarnings("unchecked")
  private static List<String> stored(Newsroom room) {
    return room.desk()
        .ask("/settings")
        .getJsonObject("settings")
        .getJsonArray("bannedWords")
        .getList();
  }
}
