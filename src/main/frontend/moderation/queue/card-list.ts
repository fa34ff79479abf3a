import { h } from "../../shared/dom.ts";
import type { QueueItem } from "../desk/contract.ts";
import { Card, type CardEvents } from "./card.ts";
import { place, step } from "./order.ts";

/** The cards of one list, in its order, and which of them is the current one. */
export class CardList {
  readonly element: HTMLOListElement;
  readonly #cards = new Map<string, Card>();
  readonly #events: CardEvents;
  readonly #oldestFirst: boolean;
  readonly #changed: (card: Card | null) => void;
  #order: string[] = [];
  #current: string | null = null;

  /** `changed` is told which card is the current one now. */
  constructor(events: CardEvents, oldestFirst: boolean, changed: (card: Card | null) => void) {
    this.#events = events;
    this.#oldestFirst = oldestFirst;
    this.#changed = changed;
    this.element = h("ol", {
      class: "cards",
      onfocusin: (event: FocusEvent) => this.#focused(event.target as Element),
    });
  }

  get order(): readonly string[] {
    return this.#order;
  }

  get current(): Card | null {
    return this.find(this.#current);
  }

  find(id: string | null): Card | null {
    return id === null ? null : this.#cards.get(id) ?? null;
  }

  cards(): Card[] {
    return this.#order.map((id) => this.#cards.get(id)!);
  }

  nameOf(author: string): string | null {
    return this.cards().find(({ item }) => item.author.id === author)?.item.author.name ?? null;
  }

  /** Says at each of their comments that an author is banned. */
  banned(author: string): void {
    for (const card of this.cards()) {
      const { item } = card;
      if (item.author.id === author) {
        card.update({ ...item, author: { ...item.author, banned: true } });
      }
    }
  }

  /** Puts comments where they belong; those that are there already are shown anew. */
  put(items: readonly QueueItem[]): void {
    for (const item of items) {
      const known = this.find(item.id);
      if (known) known.update(item);
      else this.#insert(new Card(item, this.#events));
    }
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      this.find(id)?.element.remove();
      this.#cards.delete(id);
      if (this.#current === id) this.choose(null);
    }
    this.#order = this.#order.filter((id) => this.#cards.has(id));
  }

  /** Makes it the current card, wherever the focus is. */
  choose(id: string | null): void {
    if (id === this.#current && this.find(id)) return;
    this.current?.current(false);
    this.#current = id;
    this.current?.current(true);
    this.#changed(this.current);
  }

  focus(id: string | null): void {
    this.choose(id);
    this.current?.focus();
  }

  /** Goes so many cards further. */
  move(by: number): void {
    this.focus(step(this.#order, this.#current, by));
  }

  /** Makes the card at that line of the window the current one, unless all of the current one is seen. */
  followScroll(line: number): void {
    const shown = this.current?.element.getBoundingClientRect();
    if (shown && shown.top >= 0 && shown.bottom <= innerHeight) return;
    const seen = this.cards().find(({ element }) => element.getBoundingClientRect().bottom > line);
    if (seen) this.choose(seen.id);
  }

  #insert(card: Card): void {
    const at = place(this.#order, card.id, this.#oldestFirst);
    const next = this.find(this.#order[at] ?? null);
    this.element.insertBefore(card.element, next?.element ?? null);
    this.#order.splice(at, 0, card.id);
    this.#cards.set(card.id, card);
  }

  #focused(target: Element): void {
    const article = target.closest("article");
    if (article?.id.startsWith("card-")) this.choose(article.id.slice("card-".length));
  }
}
