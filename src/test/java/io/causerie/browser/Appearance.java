package io.causerie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * How a page looks: what axe-core finds wrong with it, and a picture for human eyes where {@code
 * -Dcauserie.screenshots} asks for them.
 */
public final class Appearance {
  private static final Path PICTURES =
      Path.of(System.getProperty("causerie.tests.directory", "target"), "screenshots");

  private static final boolean WANTS_PICTURES = System.getProperty("causerie.screenshots") != null;

  private Appearance() {}

  /** Fails when some readers could not use the page; its picture is of the whole page. */
  public static void inspect(Reader reader, String name) {
    picture(reader, name, true);
    assertAccessible(reader);
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
    // Our pages have no frames, and the other mode opens a page of its own for each analysis.
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    AxeBuilder axe = new AxeBuilder(reader.page()).options(options).setLegacyMode(true);
    assertThat(axe.analyze().getViolations())
        .flatExtracting(rule -> rule.getNodes())
        .extracting(node -> node.getTarget() + ": " + node.getFailureSummary())
        .isEmpty();
  }
}
