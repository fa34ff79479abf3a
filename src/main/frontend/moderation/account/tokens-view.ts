import { type Child, h } from "../../shared/dom.ts";
import { exact } from "../../shared/time.ts";
import type { Place, View } from "../shell/view.ts";
import { state } from "../shell/states.ts";
import type { ApiToken } from "./contract.ts";
import { type Door, doorOf } from "./door.ts";
import { item } from "./item.ts";
import { moment } from "./moment.ts";
import { Panel } from "./panel.ts";
import { unkept } from "./shown-once.ts";
import { NewToken } from "./new-token.ts";

/** The tokens of the site's programs. */
export function tokensView(place: Place): View {
  const door = doorOf(place, place.signal);
  const { words } = door;
  const { site } = place.desk;
  const title = h("h1", { tabindex: -1 }, words.text("token.title"));
  const owner = place.session.sites.some(({ id, role }) => id === site && role === "owner");
  const element = h(
    "div",
    { class: "account settings-column" },
    h(
      "div",
      { class: "head" },
      h("div", {}, title, h("p", { class: "muted" }, words.text("token.lead", { site }))),
    ),
    owner
      ? new TokensPage(door, place).element
      : state(door.strings.text("noPermission"), words.text("token.owners")),
  );
  return {
    element,
    show: () => title.focus(),
    close: () => {},
    unsaved: () => unkept(element, door),
  };
}

class TokensPage {
  readonly element: HTMLElement;
  readonly #door: Door;
  readonly #place: Place;
  readonly #panel: Panel;

  constructor(door: Door, place: Place) {
    this.#door = door;
    this.#place = place;
    this.#panel = new Panel(door, door.words.text("token.live"));
    const made = new NewToken(door, place, () => void this.#load());
    this.element = h("div", { class: "stack" }, made.element, this.#panel.element);
    void this.#load();
  }

  #load(): Promise<void> {
    return this.#panel.load(
      () => this.#place.desk.ask<{ tokens: readonly ApiToken[] }>("GET", "tokens"),
      ({ tokens }) => this.#list(tokens),
    );
  }

  #list(tokens: readonly ApiToken[]): Child[] {
    const { words } = this.#door;
    const live = tokens.filter(({ revokedAt }) => !revokedAt);
    const ended = tokens.filter(({ revokedAt }) => revokedAt);
    const items = (some: readonly ApiToken[]) =>
      h("ul", { class: "items" }, ...some.map((token) => this.#item(token)));
    return [
      live.length > 0 ? items(live) : h("p", { class: "muted" }, words.text("token.empty")),
      ended.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, words.plural("token.endedOnes", ended.length)),
        items(ended),
      ),
    ];
  }

  #item(token: ApiToken): HTMLElement {
    const { words, strings } = this.#door;
    const { name, scopes, createdBy, createdAt, lastUsedAt, revokedAt } = token;
    const when = exact(new Date(createdAt), strings);
    const badges = scopes.flatMap((
      scope,
    ) => [" ", h("span", { class: "badge" }, words.text(`token.${scope}`))]);
    const end = !revokedAt &&
      this.#panel.button(words.text("token.revoke"), () => this.#revoke(token), name, "danger");
    return item(
      [h("bdi", {}, name), ...badges],
      [
        words.text("token.made", { name: createdBy, when }),
        lastUsedAt ? moment(this.#door, "token.used", lastUsedAt) : words.text("token.unused"),
        revokedAt && moment(this.#door, "token.ended", revokedAt),
      ],
      end,
    );
  }

  async #revoke({ id, name }: ApiToken): Promise<void> {
    const { confirm, stepUp, desk } = this.#place;
    const { words } = this.#door;
    if (!await confirm(words.text("token.revokeSure", { name }), words.text("token.revoke"))) {
      return;
    }
    await stepUp(() => desk.ask("DELETE", `tokens/${id}`));
    await this.#load();
    this.#panel.tell(words.text("token.revoked"));
    this.#panel.heading.focus();
  }
}
