package io.causerie.browser;

import static com.microsoft.playwright.options.ReducedMotion.REDUCE;
import static com.microsoft.playwright.options.SameSiteAttribute.STRICT;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A person with a browser context of their own; the messages of its console are kept. */
public final class Reader implements AutoCloseable {
  private static final String REPORT_VIOLATIONS =
      "addEventListener('securitypolicyviolation', e => console.error(e.violatedDirective))";

  private final BrowserContext context;
  private final Page page;
  private final List<String> console = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> excuses = new ArrayList<>();

  private Reader(Browser browser, Browser.NewContextOptions options) {
    context = browser.newContext(options.setReducedMotion(REDUCE));
    context.addInitScript(REPORT_VIOLATIONS);
    context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
    page = context.newPage();
    page.onPageError(this::complain);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complain(message.text());
      } else {
        console.add(message.type() + ": " + message.text());
      }
    });
  }

  private void complain(String words) {
    console.add("error: " + words);
    complaints.add(words);
  }

  public static Reader atDesk(Browser browser) {
    return new Reader(browser, new Browser.NewContextOptions());
  }

  public static Reader onPhone(Browser browser) {
    return new Reader(
        browser,
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setIsMobile(true)
            .setHasTouch(true));
  }

  public Page page() {
    return page;
  }

  public BrowserContext context() {
    return context;
  }

  /** All that the console has, with its warnings. */
  List<String> console() {
    return List.copyOf(console);
  }

  /** Errors of the page and of the console, with violations of a policy, that are not excused. */
  public List<String> complaints() {
    return complaints.stream()
        .filter(words -> excuses.stream().noneMatch(words::contains))
        .toList();
  }

  /**
   * Lets the browser complain of what a test wants, like {@code status of 401}: before this and after,
   * as the console may be late.
   */
  public void excuse(String... reasons) {
    excuses.addAll(List.of(reasons));
  }

  /** Sets the session cookie of an account for that origin. */
  public void signIn(String origin, String session) {
    context.addCookies(List.of(
        new Cookie("causerie", session).setUrl(origin).setHttpOnly(true).setSameSite(STRICT)));
  }

  /** Wants pages in that language. */
  public void speak(String tag) {
    context.addInitScript(
        "Object.defineProperty(navigator, 'languages', { get: () => ['" + tag + "'] })");
  }

  public Reader open(String address) {
    page.navigate(address);
    return this;
  }

  /** Writes a new root and posts it. */
  void post(String name, String text) {
    write(name, text);
    press("Post comment");
  }

  void write(String name, String text) {
    field("Add a comment").fill(text);
    field("Name").fill(name);
  }

  public void press(String button) {
    button(button).click();
  }

  /** Lets an input method compose that text in the focused field; an empty text ends the composition. */
  public void compose(String text) {
    JsonObject composition = new JsonObject();
    composition.addProperty("text", text);
    composition.addProperty("selectionStart", text.length());
    composition.addProperty("selectionEnd", text.length());
    context.newCDPSession(page).send("Input.imeSetComposition", composition);
  }

  public Locator field(String label) {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  public Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The name of a button and of the field it opens. Names of authors are isolated in sentences. */
  static String replyTo(String author) {
    return "Reply to \u2068" + author + "\u2069";
  }

  /** The name of the button that opens the form. */
  static String report(String author) {
    return "Report the comment by \u2068" + author + "\u2069";
  }

  public Locator choice(String label) {
    return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(label));
  }

  public Locator box(String label) {
    return page.getByRole(
        AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  /** What screen readers have been told last. */
  Locator told() {
    return page.locator("causerie-thread [role=status]");
  }

  /** The only thread of the page. */
  Locator thread() {
    return page.locator("causerie-thread");
  }

  public Locator comments() {
    return page.locator("causerie-thread article");
  }

  /** The comments that are shown and contain the text. */
  Locator comment(String text) {
    return comments().filter(new Locator.FilterOptions().setHasText(text));
  }

  /**
   * Gives each request that matches to the handler. It is in force when this returns, unlike after
   * {@code Page.route}: for a moment a document that is already there still sends past it.
   */
  public void route(String pattern, Consumer<Route> handler) {
    page.route(pattern, handler);
    String shown = page.url().replaceFirst("#.*", "");
    if (shown.startsWith("http")) {
      Predicate<String> probe = shown::equals;
      page.route(probe, route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
      page.waitForCondition(
          () -> page.evaluate("async () => (await fetch(location.href)).status").equals(204));
      page.unroute(probe);
    }
  }

  /** Holds each request that matches back until it is let go. */
  public HeldRequests hold(String pattern) {
    HeldRequests held = new HeldRequests(page);
    route(pattern, held::hold);
    return held;
  }

  /** Lets each answer for matching POSTs get lost on its way back. */
  void loseAnswers(String pattern) {
    route(pattern, route -> {
      if (route.request().method().equals("POST")) {
        route.fetch();
        route.abort();
      } else {
        route.resume();
      }
    });
  }

  /** Puts a picture of the page and the trace into that folder; a page that has crashed has no picture. */
  void keep(Path folder, int number) {
    try {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(folder.resolve("reader-" + number + ".png")));
    } catch (PlaywrightException unwilling) {
      console.add("no picture: " + unwilling.getMessage());
    }
    context
        .tracing()
        .stop(new Tracing.StopOptions().setPath(folder.resolve("trace-" + number + ".zip")));
  }

  /** Leaves this browser to another test, which knows nothing of what was complained of before. */
  void handOver() {
    complaints.clear();
    excuses.clear();
    context.tracing().stopChunk();
    context.tracing().startChunk();
  }

  @Override
  public void close() {
    context.close();
  }
}
