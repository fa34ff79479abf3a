import { h } from "../../shared/dom.ts";
import type { Place } from "../shell/view.ts";
import type { Card } from "./card.ts";
import { ContextPanel } from "./context-panel.ts";

const PAUSE_MS = 250;

/** Where the context of a card is shown: beside the list where there is room, and then of whatever card is current; else in the card. */
export class ContextDock {
  readonly element = h("div", { class: "context-dock", hidden: true });
  readonly #place: Place;
  readonly #wide = matchMedia("(min-width: 82rem)");
  #card: Card | null = null;
  #timer = 0;

  constructor(place: Place) {
    this.#place = place;
  }

  toggle(card: Card): void {
    if (this.#card?.id === card.id) return this.close();
    this.close();
    this.#open(card);
  }

  follow(card: Card | null): void {
    if (!this.#card || card === this.#card) return;
    if (!card || !this.#isBeside) return this.close();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(card), PAUSE_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#card?.contextIsOpen(false);
    this.#card?.showContext(null);
    this.#card = null;
    this.element.replaceChildren();
    this.element.hidden = true;
  }

  get #isBeside(): boolean {
    return this.element.childElementCount > 0;
  }

  #open(card: Card): void {
    this.#card?.contextIsOpen(false);
    this.#card = card;
    card.contextIsOpen(true);
    const panel = new ContextPanel(card.item, this.#place, () => {
      this.close();
      card.focus();
    });
    if (!this.#wide.matches) return card.showContext(panel.element);
    this.element.replaceChildren(panel.element);
    this.element.hidden = false;
  }
}
