import { h } from "../../shared/dom.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
  /** What it means. */
  readonly note: string;
  readonly checked?: boolean;
}

let count = 0;

/** A group of choices, each with what it means, and a place for what is wrong. */
export class Choices {
  readonly element: HTMLElement;
  readonly #inputs: readonly HTMLInputElement[];
  readonly #error: HTMLElement;

  constructor(type: "radio" | "checkbox", legend: string, choices: readonly Choice[]) {
    const name = `choices-${++count}`;
    this.#error = h("p", { id: `${name}-error`, class: "error", hidden: true });
    this.#inputs = choices.map(({ value, checked }, i) =>
      h("input", {
        type,
        name,
        value,
        checked,
        "aria-labelledby": `${name}-${i}`,
        "aria-describedby": `${name}-${i}-note`,
      })
    );
    const labels = choices.map(({ label, note }, i) =>
      h(
        "label",
        { class: "choice" },
        this.#inputs[i],
        h(
          "span",
          {},
          h("span", { id: `${name}-${i}` }, label),
          " ",
          h("span", { class: "hint", id: `${name}-${i}-note` }, note),
        ),
      )
    );
    this.element = h(
      "fieldset",
      { class: "field", "aria-describedby": this.#error.id, onchange: () => this.problem("") },
      h("legend", {}, legend),
      ...labels,
      this.#error,
    );
  }

  get chosen(): readonly string[] {
    return this.#inputs.filter((input) => input.checked).map((input) => input.value);
  }

  problem(words: string): void {
    this.#error.textContent = words;
    this.#error.hidden = !words;
  }

  focus(): void {
    (this.#inputs.find((input) => input.checked) ?? this.#inputs[0])?.focus();
  }
}
