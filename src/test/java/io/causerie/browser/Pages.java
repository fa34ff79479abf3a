package io.causerie.browser;

import java.util.ArrayList;
import java.util.List;

/** Where a {@link ComponentTest} finds the views. */
public final class Pages {
  private static final String STYLE =
      """
      body { margin: 0; font: 1.0625rem/1.6 Georgia, serif; color: #1a1a1a; background: #fffdf9 }
      main { max-width: 44rem; margin: auto; padding: 1rem }
      @media (prefers-color-scheme: dark) { body { color: #e6e2da; background: #16181b } }""";

  private static final String PREFERRING =
      "Object.defineProperty(navigator, 'languages', { get: () => ['%s'] })";

  private final List<AutoCloseable> undo = new ArrayList<>();
  private final HostServer hosts;
  private final String origin;
  private final String site;

  Pages(HostServer hosts, String origin, String site) {
    this.hosts = hosts;
    this.origin = origin;
    this.site = site;
  }

  /** An English article with the thread {@code article} below it, on another origin than the API. */
  public String article() {
    return article("en");
  }

  public String article(String lang) {
    return article(HostPage.withThread("article").lang(lang).style(STYLE));
  }

  public String article(HostPage page) {
    return hosts.publish(site, page, page.html(origin, site));
  }

  /** Lets the browser of this reader ask for that language until the test is over. */
  public void preferring(Reader reader, String language) {
    undo.add(reader.page().addInitScript(PREFERRING.formatted(language)));
  }

  /** The moderators' page of the site; the query goes on with an ampersand. */
  public String moderation(String query) {
    return origin + "/moderation/?site=" + site + query;
  }

  /** Nobody prefers anything any more. */
  void restore() {
    undo.forEach(Pages::close);
  }

  private static void close(AutoCloseable preference) {
    try {
      preference.close();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
