package io.causerie.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.causerie.browser.Appearance.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.causerie.browser.component.Api;
import io.causerie.browser.component.Discussion;
import io.causerie.http.Problem;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever refuses a comment: why is said in the composer, the text is kept, and it can be sent again. */
@ComponentTest
final class RefusalStatesTest {
  private static final String POSTS = "POST /comments";

  static Stream<Arguments> everyProblemOfAPost() {
    return Stream.of(
        refusal(Problem.threadClosed(), "This discussion has been closed in the meantime."),
        refusal(Problem.parentGone(), "The comment you are answering has been removed."),
        refusal(Problem.conflict("two at once"), "Somebody else changed this"),
        refusal(Problem.idempotencyMismatch(), "An earlier version of this comment"),
        refusal(Problem.tooLarge("too large"), "This comment is too long."),
        refusal(Problem.notFound("site"), "What you are answering is no longer here."),
        refusal(Problem.forbidden("banned until 2099-05-06T12:00:00.000Z: insults"), "2099"),
        refusal(Problem.tooManyRequests(Duration.ofSeconds(900)), "15 minutes"),
        refusal(
            Problem.unavailable(Duration.ofSeconds(2)),
            "The comment service is overloaded. Please try again in a moment. Your text is kept."));
  }

  private static Arguments refusal(Problem problem, String words) {
    return Arguments.of(problem.code(), problem, words);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyProblemOfAPost")
  void aProblemIsToldInWords(
      Problem.Code code, Problem problem, String words, Reader reader, Api api, Pages pages) {
    open(reader, api, pages);
    api.refuses(POSTS, problem);
    reader.post("Ada", "And another thing");
    assertThat(notice(reader)).containsText(words);
    assertThat(reader.told()).containsText(words);
    assertThat(reader.field("Add a comment")).hasValue("And another thing");
    assertThat(reader.button("Try again")).isVisible();
    inspect(reader, "post-" + code);
    reader.excuse("status of " + code.status());
  }

  @Test
  void aReservedNameIsRefusedAtItsField(Reader reader, Api api, Pages pages) {
    open(reader, api, pages);
    api.refuses(POSTS, Problem.invalid("author.name", "is reserved"));
    reader.post("Admin", "Trust me");
    assertThat(reader.page().locator(".error:visible")).containsText("is reserved");
    Locator name = reader.page().locator("input[aria-invalid=true]");
    assertThat(name).isFocused();
    assertThat(name).hasValue("Admin");
    inspect(reader, "post-reserved");
    reader.excuse("status of 400");
  }

  @Test
  void withoutANetworkThePostIsOfferedAgain(Reader reader, Api api, Pages pages) {
    open(reader, api, pages);
    reader.context().setOffline(true);
    reader.post("Ada", "From a tunnel");
    assertThat(notice(reader)).hasText("You are offline. Your text is kept.");
    inspect(reader, "post-failed");
    reader.context().setOffline(false);

    Discussion discussion = new Discussion();
    JsonObject posted = discussion.comment(discussion.root("Ada", "From a tunnel"));
    api.answers(POSTS, 201, new JsonObject().put("comment", posted));
    reader.press("Try again");
    assertThat(reader.comment("From a tunnel")).isFocused();
    assertThat(api.sent(POSTS)).hasSize(1);
    reader.excuse("net::ERR_INTERNET_DISCONNECTED");
  }

  @Test
  void aComposerWithTextItsPreviewAndItsProblems(Reader reader, Api api, Pages pages) {
    open(reader, api, pages);
    reader.field("Add a comment").focus();
    inspect(reader, "composer-open");
    reader.press("Post comment");
    assertThat(reader.page().getByText("Write something first.")).isVisible();
    assertThat(reader.field("Add a comment")).isFocused();
    inspect(reader, "composer-problems");
    api.answers("POST /preview", new JsonObject("{\"body\": [[\"p\", [[\"em\", [\"so\"]]]]]}"));
    reader.write("Ada", "*so*");
    reader.press("Preview");
    assertThat(reader.page().locator(".preview em")).hasText("so");
    inspect(reader, "preview");
  }

  private static void open(Reader reader, Api api, Pages pages) {
    api.answers("GET /comments", new Discussion().page())
        .answers("GET /form", new JsonObject().put("stamp", "stamp"));
    reader.open(pages.article());
  }

  private static Locator notice(Reader reader) {
    return reader.page().locator(".composer .notice:visible");
  }
}
