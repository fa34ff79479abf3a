import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import { countDown } from "../../shared/wait.ts";
import type { Choices } from "./choices.ts";
import type { Door } from "./door.ts";
import type { Field } from "./field.ts";
import { isDeclined, problemWords, waitWords } from "./problem-words.ts";

export interface FormParts {
  readonly submit: string;
  readonly fields: readonly Field[];
  /** A group of which one must be chosen, and what is said when none is. */
  readonly choices?: { readonly group: Choices; readonly missing: string };
  /** What is shown in place of, and between, the fields' elements. */
  readonly content: readonly Node[];
  readonly more?: readonly HTMLElement[];
  send(): Promise<void>;
  /** A refusal that belongs to a field, with its words. */
  explain?(error: ApiError): readonly [Field, string] | null;
  /** Other words than the usual ones. */
  tell?(error: ApiError): string | null;
}

/** A form that sends to the server: says what is wrong where it is wrong, and keeps what was entered. */
export class Form {
  readonly element: HTMLFormElement;
  readonly #door: Door;
  readonly #parts: FormParts;
  readonly #notice = h("p", { class: "notice bad", hidden: true });
  readonly #submit: HTMLButtonElement;
  #sending = false;
  #waiting = false;

  constructor(door: Door, parts: FormParts) {
    this.#door = door;
    this.#parts = parts;
    this.#submit = h("button", { class: "primary" }, parts.submit);
    const buttons = h("div", { class: "buttons" }, this.#submit, ...(parts.more ?? []));
    this.element = h("form", { novalidate: true }, ...parts.content, this.#notice, buttons);
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submitted();
    });
  }

  /** Says what belongs to no field. */
  tell(words: string): void {
    this.#notice.textContent = words;
    this.#notice.hidden = !words;
    if (words) this.#door.announce(words);
  }

  #submitted(): void {
    if (this.#sending) return;
    if (this.#waiting) return this.#door.announce(this.#notice.textContent ?? "");
    const refused = this.#parts.fields.filter((field) => field.refusal);
    for (const field of refused) field.problem(field.refusal);
    if (refused[0]) return this.#point(refused[0], refused[0].refusal);
    if (this.#noneChosen()) return;
    this.#send();
  }

  #noneChosen(): boolean {
    const { choices } = this.#parts;
    if (!choices || choices.group.chosen.length > 0) return false;
    choices.group.problem(choices.missing);
    choices.group.focus();
    this.#door.announce(choices.missing);
    return true;
  }

  async #send(): Promise<void> {
    this.tell("");
    for (const field of this.#parts.fields) field.problem(null);
    this.#busy(true);
    try {
      await this.#parts.send();
    } catch (error) {
      this.#failed(error as ApiError);
    } finally {
      this.#busy(false);
    }
  }

  #busy(sending: boolean): void {
    this.#sending = sending;
    this.#submit.textContent = sending ? this.#door.words.text("sign.working") : this.#parts.submit;
    this.#submit.ariaDisabled = sending || this.#waiting ? "true" : null;
  }

  #failed(error: ApiError): void {
    if (this.#door.signal.aborted || isDeclined(error)) return;
    const explained = this.#parts.explain?.(error);
    if (explained) return this.#point(...explained);
    this.tell(this.#parts.tell?.(error) ?? problemWords(error, this.#door.words));
    if (error.status === 429) this.#wait(error.retryAfter ?? 10);
  }

  #point(field: Field, words: string): void {
    field.problem(words || null);
    field.focus();
    if (words) this.#door.announce(words);
  }

  /** The words stay true each second, and are said aloud only once. */
  #wait(seconds: number): void {
    this.#waiting = true;
    countDown(seconds, this.#door.signal, (left) => {
      this.#waiting = left > 0;
      this.#notice.textContent = left > 0 ? waitWords(left, this.#door.words) : "";
      this.#notice.hidden = left === 0;
      this.#busy(this.#sending);
    });
  }
}
