import type { ApiError } from "../../shared/api-error.ts";
import { type Child, h } from "../../shared/dom.ts";
import { failed, skeleton } from "../shell/states.ts";
import { button, fill, type Room } from "./room.ts";

/** A part of a view that is loaded: grey bars until it is there; what came; or why it did not, with a button to try again. */
export class Region<T> {
  readonly element = h("div", { class: "region" });
  readonly #room: Room;
  readonly #load: () => Promise<T>;
  readonly #show: (loaded: T) => Child[];

  constructor(room: Room, load: () => Promise<T>, show: (loaded: T) => Child[]) {
    this.#room = room;
    this.#load = load;
    this.#show = show;
    void this.reload();
  }

  async reload(): Promise<void> {
    const { place, words } = this.#room;
    this.element.replaceChildren(
      skeleton(3),
      h("p", { class: "apart" }, words.text("manage.loading")),
    );
    this.element.ariaBusy = "true";
    try {
      const loaded = await this.#load();
      if (!place.signal.aborted) fill(this.element, ...this.#show(loaded));
    } catch (error) {
      if (!place.signal.aborted) this.#failed(error as ApiError);
    } finally {
      this.element.ariaBusy = null;
    }
  }

  #failed(error: ApiError): void {
    const { place } = this.#room;
    const shown = failed(error, place.strings, () => void this.reload());
    fill(this.element, shown);
    place.announce(shown.textContent ?? "");
  }
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list that goes on: what came is shown, the rest is a button away. */
export class Pages<T> {
  readonly element: HTMLElement;
  readonly list: HTMLElement;
  readonly #room: Room;
  readonly #load: (after: string | null) => Promise<Page<T>>;
  readonly #item: (item: T) => HTMLElement;
  readonly #more: HTMLButtonElement;
  readonly #problem = h("p", { class: "notice", hidden: true });
  #next: string | null;

  constructor(
    room: Room,
    first: Page<T>,
    load: (after: string | null) => Promise<Page<T>>,
    item: (item: T) => HTMLElement,
    tag: "ul" | "ol" = "ul",
  ) {
    this.#room = room;
    this.#load = load;
    this.#item = item;
    this.#next = first.next;
    this.list = h(tag, { class: "rows" }, ...first.items.map(item));
    this.#more = button(room.words.text("manage.more"), () => void this.#goOn(), { class: "more" });
    this.element = h("div", {}, this.list, this.#problem, this.#more);
    this.#more.hidden = !first.next;
  }

  async #goOn(): Promise<void> {
    if (this.#more.ariaDisabled) return;
    const { place, words } = this.#room;
    this.#more.ariaDisabled = "true";
    this.#tell("");
    try {
      const { items, next } = await this.#load(this.#next);
      this.#next = next;
      const rows = items.map(this.#item);
      this.list.append(...rows);
      this.#more.hidden = !next;
      this.#focus(rows[0]);
    } catch (error) {
      if (!place.signal.aborted) this.#tell(this.#room.problem(error));
    } finally {
      this.#more.ariaDisabled = null;
      this.#more.textContent = words.text(this.#problem.hidden ? "manage.more" : "manage.retry");
    }
  }

  /** The keyboard goes on where the list does. */
  #focus(row: HTMLElement | undefined): void {
    if (!row) return;
    row.tabIndex = -1;
    row.focus();
  }

  #tell(words: string): void {
    this.#problem.textContent = words;
    this.#problem.hidden = !words;
    if (words) this.#room.place.announce(words);
  }
}
