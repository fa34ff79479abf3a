package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.causerie.browser.component.Api;
import io.causerie.browser.component.Discussion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every state of a thread can be used by everybody. */
@ComponentTest
final class ThreadStatesTest {
  private static final String READS = "GET /comments";

  /** Each kind of node that the contract knows. */
  private static final JsonArray EVERY_NODE = new JsonArray(
      """
      [["p", ["One ", ["em", ["line"]], ".", ["br"], ["strong", ["Two"]], ["del", ["gone"]]]],
       ["blockquote", [["p", ["quoted"]]]],
       ["p", ["A ", ["code", ["<b>"]], " and a ",
              ["a", "https://example.org/a/long/address", ["link"]]]],
       ["pre", [["code", ["for (;;) { listen(); }"]]]],
       ["ul", [["li", ["one"]], ["li", ["two"]]]], ["hr"], ["ol", [["li", ["first"]]]]]
      """);

  @Test
  void anEmptyThread(Reader reader, Api api, Pages pages) {
    api.answers(READS, new Discussion().page());
    reader.open(pages.article());
    assertThat(reader.page().getByText("No comments yet.")).isVisible();
    assertThat(reader.page().locator("select")).isHidden();
    inspect(reader, "empty");
  }

  @Test
  void aThreadThatIsStillLoading(Reader reader, Api api, Pages pages) {
    api.ponders(READS);
    reader.open(pages.article());
    assertThat(reader.page().locator(".skeleton")).isVisible();
    inspect(reader, "loading");
  }

  @Test
  void aThreadThatCannotBeLoadedIsTriedAgain(Reader reader, Api api, Pages pages) {
    api.loses(READS);
    reader.open(pages.article());
    assertThat(reader.button("Try again")).isVisible();
    assertThat(reader.told()).containsText("The comments could not be loaded.");
    inspect(reader, "error");

    api.answers(READS, new Discussion().page());
    reader.press("Try again");
    assertThat(reader.page().getByText("No comments yet.")).isVisible();
    reader.excuse("net::ERR_");
  }

  @Test
  void aClosedThread(Reader reader, Api api, Pages pages) {
    api.answers(READS, conversation().closed());
    reader.open(pages.article());
    assertThat(reader.page().getByText("This discussion is closed.")).isVisible();
    assertThat(reader.button("Post comment")).hasCount(0);
    assertThat(reader.button(Reader.replyTo("Ada"))).hasCount(0);
    inspect(reader, "closed");
  }

  @Test
  void aThreadInEveryWidthAndLight(Reader reader, Api api, Pages pages) {
    api.answers(READS, conversation().page());
    reader.open(pages.article());
    assertThat(reader.comments()).hasCount(8);
    inspect(reader, "loaded");
    reader.page().setViewportSize(390, 844);
    inspect(reader, "phone-390");
    reader.page().setViewportSize(320, 640);
    inspect(reader, "phone-320");
    reader.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
    inspect(reader, "phone-dark");
    reader.page().setViewportSize(1280, 800);
    inspect(reader, "dark");
  }

  @Test
  void everyNodeIsAnElementAndNothingElseIs(Reader reader, Api api, Pages pages) {
    api.answers(READS, conversation().page());
    reader.open(pages.article());
    assertThat(reader
            .comment("quoted")
            .locator(".body")
            .locator("p, em, strong, del, br, blockquote, code, pre, a, ul, ol, li, hr"))
        .hasCount(18);
    assertThat(reader.comment("quoted").locator("b")).hasCount(0);
    assertThat(reader.page().locator("a[href='https://example.org/a/long/address']"))
        .hasAttribute("rel", "nofollow ugc noopener noreferrer");
  }

  @Test
  void aDeepThreadNamesWhomItsRepliesAnswer(Reader reader, Api api, Pages pages) {
    Discussion discussion = new Discussion();
    String parent = discussion.root("Ada", "The first");
    for (String name : List.of("Bo", "Chidi", "سلمى", "Dan", "Eve")) {
      parent = discussion.reply(parent, name, name + " answers");
    }
    discussion.remove("0000000000003").comment("0000000000001").put("pinned", true);
    api.answers(READS, discussion.page());
    reader.open(pages.article());
    assertThat(reader.comment("Dan answers")).containsText("in reply to \u2068سلمى\u2069");
    assertThat(reader.page().getByText("This comment was removed.")).isVisible();
    assertThat(reader.comment("The first")).containsText("Pinned");
    reader.page().setViewportSize(320, 640);
    inspect(reader, "deep-320");
  }

  @Test
  void moreRepliesThatCannotBeLoadedAreOfferedAgain(Reader reader, Api api, Pages pages) {
    String replies = "GET /comments/{id}/replies?after=next";
    Discussion discussion = new Discussion();
    String root = discussion.root("Ada", "The first");
    for (int n = 1; n <= 6; n++) {
      discussion.reply(root, "Bo", "Answer " + n);
    }
    api.answers(READS, discussion.page()).loses(replies);
    reader.open(pages.article());
    reader.press("Show 1 more reply");
    String again = "The replies could not be loaded. Try again";
    assertThat(reader.button(again)).isVisible();
    inspect(reader, "replies-failed");

    JsonArray last = JsonArray.of(discussion.comment("0000000000007"));
    api.answers(replies, new JsonObject().put("comments", last).putNull("next"));
    reader.press(again);
    assertThat(reader.comment("Answer 6")).isFocused();
    reader.excuse("net::ERR_");
  }

  @Test
  void onesOwnThatWaitsIsShownWithItsBadge(Reader reader, Api api, Pages pages) {
    Discussion discussion = new Discussion();
    JsonObject held = discussion.comment(discussion.root("Ada", "May I?")).copy();
    held.put("status", "pending");
    JsonObject viewer =
        new JsonObject().put("token", "t".repeat(43)).put("name", "Ada").put("kind", "guest");
    api.answers(READS, new Discussion().page())
        .answers("GET /form", new JsonObject().put("stamp", "stamp"))
        .answers("POST /comments", 201, new JsonObject().put("comment", held).put("viewer", viewer))
        .answers("GET /me", Discussion.mine(held));
    reader.open(pages.article()).post("Ada", "May I?");
    assertThat(reader.comment("May I?")).containsText("Waiting for review");
    reader.page().reload();
    assertThat(reader.comment("May I?")).containsText("Waiting for review");
    assertThat(reader.button(Reader.replyTo("Ada"))).hasCount(0);
    inspect(reader, "pending");
    assertThat(api.sent("POST /comments"))
        .singleElement()
        .extracting(sent -> sent.getJsonObject("form").getString("stamp"))
        .isEqualTo("stamp");
  }

  @Test
  void anOpenReply(@Phone Reader reader, Api api, Pages pages) {
    api.answers(READS, conversation().page()).ponders("GET /form");
    reader.open(pages.article());
    reader.press(Reader.replyTo("Ada"));
    assertThat(reader.field(Reader.replyTo("Ada"))).isFocused();
    inspect(reader, "reply-phone");
  }

  /** Short and long, shallow and deep, in several scripts. */
  private static Discussion conversation() {
    Discussion discussion = new Discussion();
    discussion.root("Nguyễn Thị Ánh", "Bài viết hay quá, cảm ơn tác giả!");
    discussion.root("سلمى", "هذا نقاش مهم، شكرًا لكم.");
    String wordy = discussion.root("Jean-Baptiste de la Tour d’Auvergne-Lauraguais", EVERY_NODE);
    discussion.reply(wordy, "Bo", "Short.");
    String parent = discussion.root("Ada", "What do you all think of the last paragraph?");
    for (String name : List.of("Bo", "陈思远", "Chidi")) {
      parent = discussion.reply(parent, name, name + " has an answer, and it takes a line or two.");
    }
    return discussion;
  }
}
