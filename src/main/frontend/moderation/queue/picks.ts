import type { Place } from "../shell/view.ts";
import type { CardList } from "./card-list.ts";
import type { Card } from "./card.ts";
import { Selection } from "./selection.ts";

/** The cards of the list that are picked for a common decision. */
export class Picks {
  readonly #place: Place;
  readonly #list: () => CardList;
  readonly #changed: () => void;
  readonly #selection = new Selection();

  constructor(place: Place, list: () => CardList, changed: () => void) {
    this.#place = place;
    this.#list = list;
    this.#changed = changed;
  }

  get size(): number {
    return this.#selection.size;
  }

  cards(): Card[] {
    return this.#list().cards().filter(({ id }) => this.#selection.has(id));
  }

  /** Picks one or lets it go; or picks everything up to it. */
  pick(card: Card, extend = false): void {
    const list = this.#list();
    list.choose(card.id);
    if (extend) this.#selection.extend(list.order, card.id);
    else this.#selection.toggle(card.id);
    this.#tell();
  }

  /** Goes on and picks what it comes to, beginning with where it was. */
  extend(by: number): void {
    const list = this.#list();
    if (this.size === 0 && list.current) this.#selection.toggle(list.current.id);
    list.move(by);
    if (list.current) this.pick(list.current, true);
  }

  all(): void {
    this.#selection.all(this.#list().order);
    this.#tell();
  }

  clear(): void {
    if (this.size === 0) return;
    this.#selection.clear();
    this.#tell();
  }

  /** To be called when cards have come or gone. */
  show(): void {
    const list = this.#list();
    this.#selection.keep((id) => list.find(id)?.isOvertaken === false);
    for (const card of list.cards()) card.selected(this.#selection.has(card.id));
  }

  #tell(): void {
    const { strings, announce } = this.#place;
    this.show();
    this.#changed();
    if (this.size) announce(strings.plural("selected", this.size));
  }
}
