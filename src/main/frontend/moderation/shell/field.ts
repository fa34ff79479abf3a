import { h } from "../../shared/dom.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A labelled control with a hint and a place for what is wrong with it. The control needs an id. */
export class Field<C extends Control = Control> {
  readonly element: HTMLElement;
  readonly control: C;
  readonly #error: HTMLElement;
  readonly #hintId: string;

  constructor(control: C, label: string, hint = "") {
    const { id } = control;
    this.control = control;
    this.#hintId = hint && `${id}-hint`;
    this.#error = h("p", { id: `${id}-error`, class: "error", hidden: true });
    this.element = h(
      "div",
      { class: "field" },
      h("label", { for: id }, label),
      hint && h("p", { id: this.#hintId, class: "hint" }, hint),
      control,
      this.#error,
    );
    control.addEventListener("input", () => this.problem(null));
    this.problem(null);
  }

  get value(): string {
    return this.control.value;
  }

  problem(words: string | null): void {
    this.#error.textContent = words;
    this.#error.hidden = !words;
    const ids = [this.#hintId, words && this.#error.id].filter(Boolean).join(" ");
    if (ids) this.control.setAttribute("aria-describedby", ids);
    else this.control.removeAttribute("aria-describedby");
    this.control.ariaInvalid = words ? "true" : null;
  }
}
