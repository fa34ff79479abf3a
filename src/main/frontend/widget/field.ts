import { h } from "../shared/dom.ts";

type Control = HTMLInputElement | HTMLTextAreaElement;

/** A labelled control with a place for what is wrong with it. */
export class Field<C extends Control = Control> {
  readonly element: HTMLElement;
  readonly control: C;
  readonly #error: HTMLElement;
  readonly #described: string;

  constructor(control: C, label: string, note = "", describedBy = "") {
    const errorId = `${control.id}-error`;
    this.control = control;
    this.#described = describedBy;
    this.#error = h("p", { id: errorId, class: "error", part: "error", hidden: true });
    const caption = h("label", { for: control.id }, label, note && h("small", {}, ` (${note})`));
    this.element = h("div", { class: "field" }, caption, control, this.#error);
    control.addEventListener("input", () => this.problem(null));
    this.problem(null);
  }

  get value(): string {
    return this.control.value;
  }

  problem(words: string | null): void {
    this.#error.textContent = words;
    this.#error.hidden = !words;
    const ids = [this.#described, words && this.#error.id].filter(Boolean).join(" ");
    if (ids) this.control.setAttribute("aria-describedby", ids);
    else this.control.removeAttribute("aria-describedby");
    this.control.ariaInvalid = words ? "true" : null;
  }
}
