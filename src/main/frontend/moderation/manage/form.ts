import type { ApiError } from "../../shared/api-error.ts";
import { type Child, h } from "../../shared/dom.ts";
import { fieldProblem } from "./problems.ts";
import { type Room, uniqueId } from "./room.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A labelled control with a hint and a place for what is wrong with it. */
export class Field<C extends Control = Control> {
  readonly element: HTMLElement;
  readonly control: C;
  readonly #error: HTMLElement;
  readonly #hint: HTMLElement | null;

  constructor(control: C, label: string, hint = "", ...beside: Child[]) {
    control.id ||= uniqueId();
    this.control = control;
    this.#hint = hint ? h("p", { id: `${control.id}-hint`, class: "hint" }, hint) : null;
    this.#error = h("p", { id: `${control.id}-error`, class: "error", hidden: true });
    const caption = h("label", { for: control.id }, label);
    const isSwitch = control.type === "checkbox" || control.type === "radio";
    this.element = isSwitch
      ? h("div", { class: "field switch" }, control, caption, ...beside, this.#hint, this.#error)
      : h(
        "div",
        { class: beside.length > 0 ? "field line" : "field" },
        caption,
        control,
        ...beside,
        this.#hint,
        this.#error,
      );
    control.addEventListener("input", () => this.problem(null));
    this.problem(null);
  }

  get value(): string {
    return this.control.value;
  }

  get isWrong(): boolean {
    return !this.#error.hidden;
  }

  problem(words: string | null): void {
    this.#error.textContent = words;
    this.#error.hidden = !words;
    const ids = [words && this.#error.id, this.#hint?.id].filter(Boolean).join(" ");
    if (ids) this.control.setAttribute("aria-describedby", ids);
    else this.control.removeAttribute("aria-describedby");
    this.control.ariaInvalid = words ? "true" : null;
  }
}

/** What the service names its fields, and where they are on the page. */
export type Fields = Readonly<Record<string, Field>>;

/** Something that is asked of the service by a button: once at a time, with its problems told at their fields or beside the button. */
export class Act {
  readonly notice = h("p", { class: "notice", hidden: true });
  readonly button: HTMLButtonElement;
  readonly #room: Room;
  readonly #fields: () => Fields;
  #running = false;

  constructor(room: Room, button: HTMLButtonElement, fields: () => Fields = () => ({})) {
    this.#room = room;
    this.button = button;
    this.#fields = fields;
  }

  /** Whether it was done. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.#running) return false;
    this.#running = true;
    this.button.ariaDisabled = "true";
    this.#clear();
    try {
      await work();
      return true;
    } catch (error) {
      if (!this.#room.place.signal.aborted) this.#tell(error as ApiError);
      return false;
    } finally {
      this.#running = false;
      this.button.ariaDisabled = null;
    }
  }

  say(words: string, isBad = false): void {
    this.notice.classList.toggle("bad", isBad);
    this.notice.textContent = words;
    this.notice.hidden = !words;
    if (words) this.#room.place.announce(words);
  }

  #clear(): void {
    this.say("");
    for (const field of Object.values(this.#fields())) field.problem(null);
  }

  #tell(error: ApiError): void {
    const { words } = this.#room;
    const fields = this.#fields();
    const homeless: string[] = [];
    for (const { field, detail } of error.fields ?? []) {
      const told = fieldProblem(detail, words);
      const place = fields[field] ?? fields[field.replace(/\[\d+\]$/, "")];
      if (place) place.problem(told);
      else homeless.push(told);
    }
    this.say([this.#room.problem(error), ...homeless].join(" "), true);
    focusFirstWrong(fields);
  }
}

export function focusFirstWrong(fields: Fields): boolean {
  const wrong = Object.values(fields).find((field) => field.isWrong);
  wrong?.control.focus();
  return wrong !== undefined;
}

/** A form that never leaves the page. */
export function form(submit: () => void, ...content: Child[]): HTMLFormElement {
  return h(
    "form",
    {
      novalidate: true,
      onsubmit: (event: Event) => {
        event.preventDefault();
        submit();
      },
    },
    ...content,
  );
}

export function textInput(
  props: Record<string, string | number | boolean | null> = {},
): HTMLInputElement {
  return h("input", { type: "text", dir: "auto", autocomplete: "off", ...props });
}

export function choice(
  options: readonly (readonly [value: string, label: string])[],
  chosen: string,
): HTMLSelectElement {
  const select = h("select", {}, ...options.map(([value, label]) => h("option", { value }, label)));
  select.value = chosen;
  return select;
}
