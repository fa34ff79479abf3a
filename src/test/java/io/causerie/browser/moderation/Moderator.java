package io.causerie.browser.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.causerie.browser.Reader;
import io.vertx.core.json.JsonObject;

/** Somebody of the team of a newsroom, at its queue. */
final class Moderator {
  static final String PASSWORD = "kettle raven ocean lamp";

  private final Reader reader;
  private final Newsroom room;

  private Moderator(Reader reader, Newsroom room) {
    this.reader = reader;
    this.room = room;
  }

  /** Joins as its owner. */
  static Moderator owner(Reader reader, Newsroom room, String name) {
    return new Moderator(reader, room).accept(room.ownerToken(), name);
  }

  /** Joins by an invitation of this one. */
  Moderator invite(Reader other, String name) throws Exception {
    String path = "sites/" + room.site() + "/moderation/team/invitations";
    JsonObject answer = post(path, new JsonObject().put("role", "moderator"));
    return new Moderator(other, room).accept(Newsroom.token(answer.getString("link")), name);
  }

  private Moderator accept(String token, String name) {
    JsonObject invitation =
        new JsonObject().put("token", token).put("name", name).put("password", PASSWORD);
    post("invitations/accept", invitation);
    return this;
  }

  /** With the cookie of the browser, as a page of ours would. */
  private JsonObject post(String path, JsonObject body) {
    String origin = room.service().origin();
    RequestOptions options = RequestOptions.create()
        .setHeader("Origin", origin)
        .setHeader("Content-Type", "application/json")
        .setData(body.encode());
    APIResponse answer = reader.context().request().post(origin + "/api/v1/" + path, options);
    if (!answer.ok()) {
      throw new IllegalStateException(path + ": " + answer.text());
    }
    return new JsonObject(answer.text());
  }

  /** Opens the queue with its first list, and waits for it. */
  Moderator open() {
    return open("");
  }

  /** The query without a beginning, like {@code &tab=spam}. */
  Moderator open(String query) {
    reader.open(address(query));
    assertThat(reader.page().locator(".shelf:not([aria-busy])")).isVisible();
    return this;
  }

  String address(String query) {
    return room.service().origin() + "/moderation/?site=" + room.site() + query;
  }

  Reader reader() {
    return reader;
  }

  Page page() {
    return reader.page();
  }

  /** One after the other, as fast as they come. */
  Moderator press(String... keys) {
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

  Locator within(Locator place, String button) {
    return place.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
  }
}
