package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A view of what is managed beside the queue, before somebody of the team. */
public final class Sheet {
  private final Moderator moderator;

  Sheet(Moderator moderator) {
    this.moderator = moderator;
  }

  /** The owner of a newsroom before one of its views, which is loaded. */
  public static Sheet open(Moderator moderator, String view) {
    Sheet sheet = new Sheet(moderator);
    moderator.reader().open(moderator.address("&view=" + view));
    sheet.loaded();
    return sheet;
  }

  /** Waits until nothing is being loaded. */
  Sheet loaded() {
    assertThat(page().locator(".sheet")).isVisible();
    assertThat(page().locator("main .skeleton")).hasCount(0);
    return this;
  }

  Page page() {
    return moderator.page();
  }

  Moderator moderator() {
    return moderator;
  }

  Locator field(String label) {
    return page()
        .locator(".sheet")
        .getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  /** What is wrong with a field. */
  Locator error(String label) {
    return page()
        .locator(".sheet .field", new Page.LocatorOptions().setHas(labelled(label)))
        .locator(".error");
  }

  private Locator labelled(String label) {
    return page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Sheet press(String button) {
    button(button).click();
    return this;
  }

  Locator button(String name) {
    return page()
        .locator(".sheet, dialog")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator heading(String words) {
    return page()
        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setExact(true));
  }

  /** Opens what is folded. */
  Sheet unfold(String summary) {
    page().locator("summary", new Page.LocatorOptions().setHasText(summary)).click();
    return this;
  }

  Sheet choose(String label, String option) {
    field(label).selectOption(option);
    return this;
  }

  /** Goes to another view by its link. */
  Sheet go(String view) {
    page()
        .locator(".rail")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(view).setExact(true))
        .click();
    return this;
  }

  Locator rows() {
    return page().locator(".rows > li:visible");
  }

  Locator notice() {
    return page().locator(".sheet .notice:visible, dialog .notice:visible");
  }

  /** Forgets what the browser has complained of because a refusal was wanted. */
  void refused() {
    moderator.reader().excuse("status of 400", "status of 409", "net::ERR_FAILED");
  }
}
