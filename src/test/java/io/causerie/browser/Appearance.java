package io.causerie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a page looks: what axe-core finds wrong with it, and a picture for human eyes where {@code
 * -Dcauserie.screenshots} asks for them.
 */
public final class Appearance {
  private static final Path PICTURES =
      Path.of(System.getProperty("causerie.tests.directory", "target"), "screenshots");

  private static final boolean WANTS_PICTURES = System.getProperty("causerie.screenshots") != null;

  /** Each with what it is about and how to mend it. */
  private static final String VIOLATIONS =
      """
      async (rules) => {
        const found = await axe.run(document, { resultTypes: ["violations"], preload: false, rules });
        return found.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
      }
      """;

  private static final Map<String, ?> WITHOUT_CONTRAST =
      Map.of("color-contrast", Map.of("enabled", false));

  private Appearance() {}

  /** Fails when some readers could not use the page; its picture is of the whole page. */
  public static void inspect(Reader reader, String name) {
    picture(reader, name, true);
    assertAccessible(reader);
  }

  /**
   * The same for a page that is narrower, and has been inspected in these colours: contrast, which takes
   * most of the time, does not depend on the width.
   */
  public static void inspectLayout(Reader reader, String name) {
    picture(reader, name, true);
    assertThat(violations(reader, WITHOUT_CONTRAST)).isEmpty();
  }

  /** A picture of the whole page, or of what is in view. */
  public static void picture(Reader reader, String name, boolean whole) {
    if (!WANTS_PICTURES) {
      return;
    }
    reader
        .page()
        .screenshot(new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".png"))
            .setFullPage(whole));
  }

  public static void assertAccessible(Reader reader) {
    assertThat(violations(reader, Map.of())).isEmpty();
  }

  /** Asks axe-core itself, which its builder would bring along again for each look at a page. */
  private static List<?> violations(Reader reader, Map<String, ?> rules) {
    Page page = reader.page();
    if (!(boolean) page.evaluate("'axe' in window")) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    return (List<?>) page.evaluate(VIOLATIONS, rules);
  }
}
