import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import type { Door } from "./door.ts";
import type { Field } from "./field.ts";
import { passwordField } from "./password-field.ts";
import { broken, type Rule, SHORTEST } from "./password-rules.ts";

const SHOWN = ["long", "name", "varied"] as const satisfies readonly Rule[];

/** A password to be chosen, with what is asked of it in words that change while it is typed. */
export class NewPassword {
  readonly element: HTMLElement;
  readonly field: Field;
  readonly #door: Door;
  readonly #name: () => string;
  readonly #rules = new Map<Rule, HTMLElement>();

  constructor(door: Door, id: string, name: () => string) {
    const { words } = door;
    this.#door = door;
    this.#name = name;
    this.field = passwordField(words, {
      id,
      label: words.text("password.new"),
      missing: words.text("sign.passwordMissing"),
      autocomplete: "new-password",
      check: () => this.#refusal(),
    });
    this.element = h("div", {}, this.field.element, this.#list(id));
    this.field.control.addEventListener("input", () => this.update());
    this.update();
  }

  get value(): string {
    return this.field.value;
  }

  update(): void {
    const { words } = this.#door;
    const wrong = broken(this.value, this.#name());
    for (const [rule, item] of this.#rules) {
      const met = this.value !== "" && !wrong.has(rule);
      item.className = met ? "met" : "";
      item.querySelector("span")!.textContent = words.text(met ? "password.met" : "password.unmet");
    }
  }

  /** Why it cannot be sent. What can be guessed is the server's to tell. */
  #refusal(): string {
    const wrong = broken(this.value, this.#name());
    return wrong.has("long") || wrong.has("short")
      ? this.#door.words.text("password.rejected")
      : "";
  }

  explain({ fields }: ApiError): readonly [Field, string] | null {
    if (!fields.some(({ field }) => field === "password")) return null;
    return [this.field, this.#refusal() || this.#door.words.text("password.guessable")];
  }

  #list(id: string): HTMLElement {
    const { words } = this.#door;
    const rules = SHOWN.map((rule) => {
      const text = rule === "long"
        ? words.plural("password.long", SHORTEST)
        : words.text(`password.${rule}`);
      const item = h("li", {}, text, " ", h("span", { class: "apart" }));
      this.#rules.set(rule, item);
      return item;
    });
    return h(
      "div",
      { class: "rules", id: `${id}-rules` },
      h("p", { class: "hint" }, words.text("password.rules")),
      h("ul", {}, ...rules),
      h("p", { class: "hint" }, words.text("password.advice")),
    );
  }
}
