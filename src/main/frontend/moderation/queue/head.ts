import { h } from "../../shared/dom.ts";
import type { Totals } from "../desk/contract.ts";
import type { Place } from "../shell/view.ts";
import type { FilterBar } from "./filter-bar.ts";
import type { Listing } from "./filters.ts";
import { type Tab, TABS } from "./tabs.ts";

/** What the head can ask of the queue. */
export interface HeadEvents {
  undo(): void;
  help(): void;
  news(): void;
}

/** What is above the list: title, tabs with their counts, tools, filters, and how many are new. */
export class Head {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  readonly #place: Place;
  readonly #filters: FilterBar;
  readonly #tabs = new Map<
    Tab,
    { readonly link: HTMLAnchorElement; readonly count: HTMLElement }
  >();
  readonly #sort: HTMLSelectElement;
  readonly #undo: HTMLButtonElement;
  readonly #news: HTMLButtonElement;
  readonly #lost = h("div", { class: "notice warn lost", hidden: true });

  constructor(place: Place, filters: FilterBar, events: HeadEvents) {
    const { strings } = place;
    this.#place = place;
    this.#filters = filters;
    this.heading = h("h1", { id: "queue", tabindex: -1 }, strings.text("view.queue"));
    this.#sort = this.#order();
    this.#undo = h(
      "button",
      { type: "button", onclick: events.undo, disabled: true },
      strings.text("undo"),
      h("kbd", { "aria-hidden": "true" }, "u"),
    );
    const help = h(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": strings.text("keys"),
        onclick: events.help,
      },
      "?",
    );
    this.#news = h("button", { type: "button", class: "news", hidden: true, onclick: events.news });
    this.element = h(
      "header",
      { class: "queue-head" },
      h(
        "div",
        { class: "head" },
        this.heading,
        filters.search,
        h("div", { class: "buttons tools" }, this.#sort, this.#undo, help),
      ),
      h(
        "nav",
        { class: "tabs", "aria-label": strings.text("lists") },
        ...TABS.map((tab, at) => this.#tab(tab, at + 1)),
      ),
      filters.form,
      filters.chips,
      this.#lost,
      this.#news,
    );
  }

  /** Shows which list it is. */
  at(listing: Listing): void {
    const { address } = this.#place;
    for (const [tab, { link }] of this.#tabs) {
      link.href = address.with({ tab, view: "queue" });
      if (tab === listing.tab) {
        link.setAttribute("aria-current", "page");
        link.scrollIntoView({ block: "nearest", inline: "nearest" });
      } else link.removeAttribute("aria-current");
    }
    this.#sort.value = listing.oldestFirst ? "oldest" : "newest";
    this.#filters.show(listing);
  }

  totals(totals: Totals): void {
    const { strings } = this.#place;
    for (const [tab, { count }] of this.#tabs) count.textContent = strings.compact(totals[tab]);
  }

  undoable(words: string): void {
    this.#undo.disabled = !words;
    this.#undo.title = words;
    this.#undo.ariaDescription = words;
  }

  news(count: number): void {
    const { strings, announce } = this.#place;
    const words = strings.plural("newComments", count);
    if (count && this.#news.hidden) announce(words);
    this.#news.textContent = words;
    this.#news.hidden = count === 0;
  }

  connected(is: boolean): void {
    this.#lost.hidden = is || navigator.onLine === false;
    this.#lost.textContent = this.#place.strings.text("reconnecting");
  }

  /** The session has ended while nobody did anything. */
  signedOut(): void {
    const { strings, desk } = this.#place;
    const again = async () => {
      const answer = await desk.ask("GET", "totals").catch(() => null);
      if (answer) this.connected(true);
    };
    this.#lost.hidden = false;
    this.#lost.replaceChildren(
      h("span", {}, strings.text("signedOut")),
      h("button", { type: "button", onclick: () => void again() }, strings.text("signIn")),
    );
  }

  #tab(tab: Tab, key: number): HTMLElement {
    const { strings, address } = this.#place;
    const count = h("span", { class: "count" });
    const href = address.with({ tab });
    const link = h(
      "a",
      { href, "aria-keyshortcuts": `${key}` },
      strings.text(`tab.${tab}`),
      " ",
      count,
    );
    this.#tabs.set(tab, { link, count });
    return link;
  }

  #order(): HTMLSelectElement {
    const { strings, address } = this.#place;
    const onchange = (event: Event) =>
      address.set({
        sort: (event.target as HTMLSelectElement).value === "oldest" ? "oldest" : null,
      });
    return h(
      "select",
      { "aria-label": strings.text("sort"), class: "order", onchange },
      h("option", { value: "newest" }, strings.text("newest")),
      h("option", { value: "oldest" }, strings.text("oldest")),
    );
  }
}
