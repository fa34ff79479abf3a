import { h } from "../../shared/dom.ts";
import type { Status } from "../desk/contract.ts";
import { Dialog } from "../shell/dialog.ts";
import type { CoreStrings } from "../shell/view.ts";
import { canBecome, DECISIONS, decisionWord } from "./card-actions.ts";
import type { Card } from "./card.ts";
import { snippet } from "./words.ts";

/** What the bars can ask of the queue. */
export interface BarEvents {
  decide(status: Status): void;
  selectAll(): void;
  clear(): void;
  select(): void;
  extend(): void;
  context(): void;
  ban(): void;
  open(): void;
  undo(): void;
}

/** The bar at the lower edge: for what is selected, else, on a phone, for the current card. */
export class Bars {
  readonly element = h("div", { class: "lower" });
  readonly #events: BarEvents;
  readonly #strings: CoreStrings;
  #selected = 0;

  constructor(events: BarEvents, strings: CoreStrings) {
    this.#events = events;
    this.#strings = strings;
  }

  show(card: Card | null, selected: number): void {
    const had = this.element.contains(document.activeElement);
    const kept = this.#selected > 0 && selected > 0;
    this.#selected = selected;
    if (kept) return this.#count();
    this.element.replaceChildren(
      ...[selected ? this.#bulk() : card && !card.isOvertaken ? this.#thumbs(card) : null]
        .filter((bar) => bar !== null),
    );
    if (had) card?.focus();
  }

  #count(): void {
    const words = this.#strings.plural("selected", this.#selected);
    this.element.querySelector(".bulk-count")!.textContent = words;
  }

  #bulk(): HTMLElement {
    const { decide, selectAll, clear } = this.#events;
    const words = this.#strings;
    const count = words.plural("selected", this.#selected);
    return h(
      "div",
      { class: "bulk", role: "group", "aria-label": words.text("bulk") },
      h("strong", { class: "bulk-count" }, count),
      h(
        "div",
        { class: "buttons" },
        ...DECISIONS.map(([to, , look]) =>
          h(
            "button",
            { type: "button", class: look, onclick: () => decide(to) },
            words.text(`do.${to}`),
          )
        ),
      ),
      h(
        "div",
        { class: "buttons" },
        h(
          "button",
          { type: "button", class: "quiet", onclick: selectAll },
          words.text("selectAll"),
        ),
        h(
          "button",
          { type: "button", class: "quiet", onclick: clear },
          words.text("clearSelection"),
        ),
      ),
    );
  }

  /** For thumbs. A wider screen has the buttons of the card instead. */
  #thumbs(card: Card): HTMLElement {
    const { decide } = this.#events;
    const words = this.#strings;
    const large = (to: Status, look: string) =>
      h(
        "button",
        {
          type: "button",
          class: look,
          disabled: !canBecome(card.item, to),
          onclick: () => decide(to),
        },
        decisionWord(card.item, to, words),
      );
    return h(
      "div",
      { class: "thumbs", role: "group", "aria-label": words.text("current") },
      h(
        "p",
        { class: "thumbs-of small" },
        h("bdi", {}, card.item.author.name),
        ": ",
        snippet(card.item.body, 40),
      ),
      h(
        "div",
        { class: "buttons" },
        large("approved", "good"),
        large("rejected", "danger"),
        h("button", { type: "button", onclick: () => this.#sheet(card) }, words.text("more")),
      ),
    );
  }

  #sheet(card: Card): void {
    const { decide, select, context, ban, open, undo } = this.#events;
    const words = this.#strings;
    const dialog = new Dialog(words.text("commentBy", { name: card.item.author.name }), words);
    const entry = (label: string, act: () => void) =>
      h(
        "button",
        {
          type: "button",
          onclick: () => {
            dialog.close();
            act();
          },
        },
        label,
      );
    const others = (["spam", "deleted", "pending"] as const).filter((to) =>
      canBecome(card.item, to)
    );
    dialog.element.classList.add("sheet");
    dialog.open(
      ...others.map((to) => entry(words.text(`do.${to}`), () => decide(to))),
      entry(words.text("context"), context),
      entry(words.text("ban"), ban),
      entry(words.text("openInPage"), open),
      entry(words.text("asTyped"), () => card.toggle("source")),
      entry(words.text("timeline"), () => card.toggle("timeline")),
      entry(words.text("select"), select),
      entry(words.text("undo"), undo),
    );
  }
}
