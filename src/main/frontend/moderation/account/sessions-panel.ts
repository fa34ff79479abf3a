import { type Child, h } from "../../shared/dom.ts";
import type { Owner } from "./account-view.ts";
import type { SignedIn } from "./contract.ts";
import type { Door } from "./door.ts";
import { item } from "./item.ts";
import { moment } from "./moment.ts";
import { Panel } from "./panel.ts";

/** Where somebody is signed in, and the way to end it there. */
export class SessionsPanel {
  readonly #door: Door;
  readonly #owner: Owner;
  readonly #panel: Panel;

  constructor(door: Door, owner: Owner) {
    this.#door = door;
    this.#owner = owner;
    this.#panel = new Panel(door, door.words.text("session.title"));
    void this.load();
  }

  get element(): HTMLElement {
    return this.#panel.element;
  }

  load(): Promise<void> {
    const { place } = this.#owner;
    return this.#panel.load(
      () => place.call<{ sessions: readonly SignedIn[] }>("GET", "account/sessions"),
      ({ sessions }) => this.#list(sessions),
    );
  }

  #list(sessions: readonly SignedIn[]): Child[] {
    const { words } = this.#door;
    const others = sessions.some(({ current }) => !current) &&
      this.#panel.button(
        words.text("session.endOthers"),
        () => this.#end("", "session.othersEnded"),
        "",
        "danger",
      );
    const currentFirst = [...sessions].sort((a, b) => Number(b.current) - Number(a.current));
    return [
      h("ul", { class: "items" }, ...currentFirst.map((session) => this.#item(session))),
      others && h("div", { class: "buttons" }, others),
    ];
  }

  #item({ id, createdAt, lastUsedAt, browser, current }: SignedIn): HTMLElement {
    const { words } = this.#door;
    const name = browser ?? words.text("session.unknown");
    const here = current && h("span", { class: "badge accent" }, words.text("session.current"));
    const end = !current &&
      this.#panel.button(
        words.text("session.end"),
        () => this.#end(`/${id}`, "session.ended"),
        name,
      );
    return item(
      [name, here && " ", here],
      [
        moment(this.#door, "session.since", createdAt),
        lastUsedAt && moment(this.#door, "session.used", lastUsedAt),
      ],
      end,
    );
  }

  async #end(which: string, told: "session.ended" | "session.othersEnded"): Promise<void> {
    await this.#owner.place.call("DELETE", `account/sessions${which}`);
    await this.load();
    this.#panel.tell(this.#door.words.text(told));
    this.#panel.heading.focus();
  }
}
