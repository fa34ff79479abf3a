import { h } from "../../shared/dom.ts";
import { Field as Labelled } from "../shell/field.ts";

export interface FieldParts {
  readonly label: string;
  readonly hint?: string;
  /** What is said when nothing was entered; without it nothing need be. */
  readonly missing?: string;
  /** What is said of what was entered; empty when it may be sent. */
  readonly check?: () => string;
  /** What stands in one line with the control. */
  readonly beside?: HTMLElement;
}

/** A field that knows what it asks for. */
export class Field extends Labelled<HTMLInputElement> {
  /** Whether it may stay empty, whatever is said of what is missing. */
  optional = false;
  readonly #parts: FieldParts;

  constructor(control: HTMLInputElement, parts: FieldParts) {
    super(control, parts.label, parts.hint);
    this.#parts = parts;
    if (!parts.beside) return;
    const line = h("div", { class: "line" });
    control.replaceWith(line);
    line.append(control, parts.beside);
  }

  /** Why it cannot be sent yet; empty when it can, or is not asked for. */
  get refusal(): string {
    if (this.element.hidden) return "";
    const { missing = "", check } = this.#parts;
    return this.value.trim() ? check?.() ?? "" : this.optional ? "" : missing;
  }

  rename(label: string, hint: string): void {
    this.element.querySelector("label")!.textContent = label;
    this.element.querySelector(".hint")!.textContent = hint;
  }

  /** Also selects what was entered: it is about to be replaced. */
  focus(): void {
    this.control.focus();
    this.control.select();
  }
}
