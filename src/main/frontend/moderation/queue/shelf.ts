import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import type { QueueItem, QueuePage } from "../desk/contract.ts";
import { failed, skeleton, state } from "../shell/states.ts";
import type { Place } from "../shell/view.ts";
import type { Card, CardEvents } from "./card.ts";
import { CardList } from "./card-list.ts";
import { NO_FILTERS } from "./filter-bar.ts";
import { type Listing, listQuery } from "./filters.ts";

const PAGE = 50;
/** With fewer cards left the next page is asked for. */
const FEW = 25;
const SLOW_MS = 3_000;

/** One list of the queue from its loading to its end. */
export class Shelf {
  readonly element = h("div", { class: "shelf" });
  readonly listing: Listing;
  /** Tells this list from others. */
  readonly name: string;
  readonly list: CardList;
  readonly #place: Place;
  readonly #signal: AbortSignal;
  readonly #end = new AbortController();
  readonly #empty: HTMLElement;
  readonly #more: HTMLButtonElement;
  readonly #shown = new Set<string>();
  #newest = "";
  #next: string | null = null;
  #loading = false;
  #loaded = false;

  constructor(
    listing: Listing,
    place: Place,
    events: CardEvents,
    current: (card: Card | null) => void,
  ) {
    const { strings } = place;
    this.listing = listing;
    this.name = JSON.stringify([listing.tab, listing.oldestFirst, ...listing.filters]);
    this.#place = place;
    this.#signal = AbortSignal.any([place.signal, this.#end.signal]);
    this.list = new CardList(events, listing.oldestFirst, current);
    this.#empty = this.#emptyState();
    this.#more = h(
      "button",
      { type: "button", class: "load-more", onclick: () => void this.#loadMore() },
      strings.text("loadMore"),
    );
  }

  close(): void {
    this.#end.abort();
  }

  /** Loads the first page, and one comment besides if one is wanted. Fails never: what went wrong is shown. */
  async load(wanted: string | null = null): Promise<void> {
    const { strings, announce } = this.#place;
    const slow = setTimeout(() => announce(strings.text("slow")), SLOW_MS);
    this.element.replaceChildren(skeleton(5));
    this.element.ariaBusy = "true";
    try {
      const [page, one] = await Promise.all([this.ask(), this.#one(wanted)]);
      this.#loaded = true;
      this.element.replaceChildren(this.#empty, this.list.element, this.#more);
      this.#add(page);
      if (one) this.put([one]);
      announce(strings.plural("shown", this.list.order.length));
    } catch (error) {
      if (this.#signal.aborted) return;
      this.element.replaceChildren(
        failed(error as ApiError, strings, () => void this.load(wanted)),
      );
      announce(strings.text("loadFailed"));
    } finally {
      clearTimeout(slow);
      this.element.ariaBusy = null;
    }
  }

  /** One that is not there any more is not shown. */
  async #one(id: string | null): Promise<QueueItem | null> {
    if (!id) return null;
    const { desk } = this.#place;
    const path = `comments/${encodeURIComponent(id)}`;
    const asked = { query: { body: "nodes" }, signal: this.#signal };
    return await desk.ask<QueueItem>("GET", path, asked).catch(() => null);
  }

  /** Asks for the list from its beginning, or from where its last page ended. */
  ask(after: string | null = null, quiet = false): Promise<QueuePage> {
    const query = { ...listQuery(this.listing), limit: PAGE, after };
    return this.#place.desk.ask("GET", "comments", { query, signal: this.#signal, quiet });
  }

  /** Asks for what may have come since. What comes at the end of a list that is not at its end comes with its pages. */
  askNew(): Promise<QueuePage> {
    if (!this.listing.oldestFirst) return this.ask(null, true);
    if (this.#next || !this.#loaded) return Promise.resolve({ comments: [], next: null });
    const { from = "", ...rest } = listQuery(this.listing);
    const query = { ...rest, from: this.#newest > from ? this.#newest : from, limit: 100 };
    const asked = { query, signal: this.#signal, quiet: true };
    return this.#place.desk.ask("GET", "comments", asked);
  }

  /** Whether it has been on this list since it was loaded. */
  hasShown(id: string): boolean {
    return this.#shown.has(id);
  }

  put(items: readonly QueueItem[]): void {
    for (const { id, createdAt } of items) {
      this.#shown.add(id);
      if (createdAt > this.#newest) this.#newest = createdAt;
    }
    this.list.put(items);
    this.settle();
  }

  /** Shows what fits the number of cards, and asks for more in time. */
  settle(): void {
    const left = this.list.order.length;
    this.#more.hidden = !this.#next;
    this.#empty.hidden = left > 0 || !!this.#next || !this.#loaded;
    if (this.#next && left < FEW) void this.#loadMore();
  }

  /** To be called when the current card changes: near the end the next page is asked for. */
  reached(card: Card): void {
    const { order } = this.list;
    if (this.#next && order.length - order.indexOf(card.id) < FEW) void this.#loadMore();
  }

  focusEmpty(): void {
    if (!this.#empty.hidden) this.#empty.querySelector("h2")?.focus();
  }

  async #loadMore(): Promise<void> {
    if (this.#loading || !this.#next) return;
    this.#loading = true;
    this.#more.ariaBusy = "true";
    this.#more.textContent = this.#place.strings.text("loadMore");
    try {
      const page = await this.ask(this.#next);
      this.#loading = false;
      this.#add(page);
    } catch {
      if (this.#signal.aborted) return;
      const { strings } = this.#place;
      this.#more.textContent = `${strings.text("loadFailed")} ${strings.text("retry")}`;
      this.#more.hidden = false;
    } finally {
      this.#loading = false;
      this.#more.ariaBusy = null;
    }
  }

  #add({ comments, next }: QueuePage): void {
    this.#next = next;
    this.put(comments);
  }

  #emptyState(): HTMLElement {
    const { strings, address } = this.#place;
    const { tab, filters } = this.listing;
    if (filters.size) {
      const clear = h(
        "a",
        { class: "button", href: address.with(NO_FILTERS) },
        strings.text("clearFilters"),
      );
      return state(strings.text("nothingFound"), strings.text("nothingFoundText"), clear);
    }
    const isDone = tab === "pending" || tab === "flagged";
    const empty = isDone
      ? state(
        strings.text(`empty.${tab}`),
        strings.text("emptyText"),
        h("span", { class: "done", "aria-hidden": "true" }, "✓"),
      )
      : state(strings.text("emptyOther"), "");
    empty.classList.toggle("pleasant", isDone);
    return empty;
  }
}
