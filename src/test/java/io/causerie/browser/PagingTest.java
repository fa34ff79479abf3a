package io.causerie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.causerie.testing.TestApp;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
final class PagingTest {
  private static final int ROOTS = 45;
  private static final int REPLIES = 130;

  @Test
  void everyCommentOfALongThreadIsReachedOnce(Reader reader, HostSite host, TestApp app) {
    seed(new Seeds(app, "long"));
    reader.open(host.article("long")).comments().first().waitFor();
    Appearance.inspect(reader, "long");

    pressUntilGone(reader, Pattern.compile("^Show \\d+ more repl"));
    pressUntilGone(reader, Pattern.compile("^More comments$"));
    assertThat(reader.page().locator("article .body").allTextContents())
        .extracting(String::strip)
        .doesNotHaveDuplicates()
        .hasSize(ROOTS + REPLIES);
  }

  private static void seed(Seeds seeds) {
    for (int i = 1; i < ROOTS; i++) {
      seeds.root("Ada", "root " + i);
    }
    String root = seeds.root("Ada", "root " + ROOTS);
    String parent = root;
    for (int i = 1; i <= REPLIES; i++) {
      String reply = seeds.reply(parent, "Bo", "reply " + i);
      parent = i % 10 == 0 ? root : i % 3 == 0 ? reply : parent;
    }
  }

  private static void pressUntilGone(Reader reader, Pattern name) {
    Locator button =
        reader.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    while (button.count() > 0) {
      int before = reader.comments().count();
      button.first().click();
      reader.page().waitForCondition(() -> reader.comments().count() > before);
    }
  }
}
