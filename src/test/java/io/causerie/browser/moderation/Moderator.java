package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.causerie.account.Role;
import io.causerie.browser.Reader;

/** Somebody of the team of a newsroom, at its queue. */
public final class Moderator {

  private final Reader reader;
  private final Newsroom room;

  private Moderator(Reader reader, Newsroom room) {
    this.reader = reader;
    this.room = room;
  }

  /** An owner of the site, signed in. */
  public static Moderator owner(Reader reader, Newsroom room, String name) {
    return member(reader, room, Role.OWNER, name);
  }

  /** A moderator of the site, signed in. */
  static Moderator deciding(Reader reader, Newsroom room, String name) {
    return member(reader, room, Role.MODERATOR, name);
  }

  private static Moderator member(Reader reader, Newsroom room, Role role, String name) {
    reader.signIn(room.app().origin(), room.app().team().joined(name, role));
    return new Moderator(reader, room);
  }

  /** Opens the queue with its first list, and waits for it. */
  public Moderator open() {
    return open("");
  }

  /** The query without a beginning, like {@code &tab=spam}. */
  Moderator open(String query) {
    reader.open(address(query));
    assertThat(reader.page().locator(".shelf:not([aria-busy])")).isVisible();
    return this;
  }

  String address(String query) {
    return room.app().origin() + "/moderation/?site=" + room.app().site() + query;
  }

  Reader reader() {
    return reader;
  }

  public Page page() {
    return reader.page();
  }

  /** One after the other, as fast as they come. */
  public Moderator press(String... keys) {
    for (String key : keys) {
      page().keyboard().press(key);
    }
    return this;
  }

  Moderator press(String key, int times) {
    for (int n = 0; n < times; n++) {
      page().keyboard().press(key);
    }
    return this;
  }

  Locator cards() {
    return page().locator("article.comment");
  }

  Locator card(String text) {
    return cards().filter(new Locator.FilterOptions().setHasText(text));
  }

  /** The one that keys decide about. */
  Locator current() {
    return page().locator("article.comment.current");
  }

  /** The list by its name, like “Held”. */
  Locator tab(String name) {
    return page().locator(".tabs a", new Page.LocatorOptions().setHasText(name));
  }

  /** The number beside the name of a list. */
  Locator count(String tab) {
    return tab(tab).locator(".count");
  }

  Locator toast() {
    return page().locator(".toast");
  }

  /** What screen readers have been told last. */
  Locator told() {
    return page().locator("[role=status]");
  }

  Locator dialog() {
    return page().getByRole(AriaRole.DIALOG);
  }

  Locator dialog(String title) {
    return page()
        .getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title).setExact(true));
  }

  Locator within(Locator place, String button) {
    return place.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
  }
}
