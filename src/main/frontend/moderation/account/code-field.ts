import { h } from "../../shared/dom.ts";
import { Field } from "./field.ts";
import type { Words } from "./problem-words.ts";

/** The code of an authenticator app or, where that is away, a recovery code. */
export class CodeField {
  readonly field: Field;
  readonly element: HTMLElement;
  readonly #words: Words;
  readonly #toggle: HTMLButtonElement;
  #recovery = false;

  constructor(words: Words, id: string, shown: boolean) {
    this.#words = words;
    this.field = new Field(codeInput(id), {
      label: words.text("code.label"),
      hint: words.text("code.hint"),
      missing: words.text("code.missing"),
    });
    this.#toggle = h("button", { type: "button", class: "quiet", onclick: () => this.#swap() });
    this.element = h("div", {}, this.field.element, this.#toggle);
    this.#label();
    this.shown = shown;
  }

  get shown(): boolean {
    return !this.element.hidden;
  }

  set shown(shown: boolean) {
    this.element.hidden = !shown;
    this.field.element.hidden = !shown;
  }

  /** Lets it be entered where it was not asked for. */
  offer(): void {
    this.shown = true;
    this.field.optional = true;
    this.field.control.required = false;
  }

  /** Undefined while it is not asked for, or not entered. */
  get value(): string | undefined {
    return this.shown ? this.field.value.trim() || undefined : undefined;
  }

  #swap(): void {
    this.#recovery = !this.#recovery;
    this.field.control.value = "";
    this.field.problem(null);
    this.#label();
    this.field.focus();
  }

  #label(): void {
    const { control } = this.field;
    const label = this.#recovery ? "code.recoveryLabel" : "code.label";
    const hint = this.#recovery ? "code.recoveryHint" : "code.hint";
    this.field.rename(this.#words.text(label), this.#words.text(hint));
    this.#toggle.textContent = this.#words.text(this.#recovery ? "code.app" : "code.recovery");
    control.inputMode = this.#recovery ? "text" : "numeric";
    control.autocomplete = this.#recovery ? "off" : "one-time-code";
  }
}

export function codeInput(id: string): HTMLInputElement {
  return h("input", {
    id,
    name: "code",
    type: "text",
    inputmode: "numeric",
    autocomplete: "one-time-code",
    autocapitalize: "none",
    spellcheck: "false",
    dir: "ltr",
    class: "code",
    maxlength: 32,
    required: true,
  });
}
