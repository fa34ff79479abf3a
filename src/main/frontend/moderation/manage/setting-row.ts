import { h } from "../../shared/dom.ts";
import type { SettingValue } from "./contract.ts";
import { Field, textInput } from "./form.ts";
import { known } from "./log-words.ts";
import { button, type Room } from "./room.ts";
import { type Read, readField, same, type SettingField } from "./settings-form.ts";

/** A setting with its control, what it does, and its default. */
export class SettingRow {
  readonly element: HTMLElement;
  readonly name: string;
  readonly field: Field;
  readonly #room: Room;
  readonly #setting: SettingField;
  readonly #control: HTMLInputElement | HTMLTextAreaElement;
  readonly #toDefault: HTMLButtonElement;

  constructor(room: Room, setting: SettingField, changed: () => void) {
    const { words } = room;
    const { name } = setting;
    const label = known(`settings.${name}`, words) ?? name;
    this.name = name;
    this.#room = room;
    this.#setting = setting;
    this.#control = controlFor(setting);
    this.#toDefault = button(words.text("settings.toDefault"), () => this.#putBack(changed), {
      class: "quiet",
      "aria-label": words.text("settings.toDefaultOf", { setting: label }),
    });
    const otherwise = words.text("settings.default", { value: this.#told(setting.otherwise) });
    this.field = new Field(
      this.#control,
      label,
      this.#hint(),
      h("p", { class: "muted default" }, h("span", {}, otherwise), this.#toDefault),
    );
    this.element = h("div", { class: "setting" }, this.field.element);
    this.#control.addEventListener("input", changed);
    this.reset();
  }

  get isWrong(): boolean {
    return "wrong" in this.read();
  }

  read(): Read {
    const control = this.#control;
    const typed = control instanceof HTMLInputElement && control.type === "checkbox"
      ? control.checked
      : control.value;
    return readField(this.#setting, typed);
  }

  /** Tells at the field when what is typed is none of its values. */
  check(): void {
    const { min, max } = this.#setting;
    const range = { min: this.#room.number(min), max: this.#room.number(max) };
    if (this.isWrong) this.field.problem(this.#room.words.text("manage.whole", range));
  }

  mark(isChanged: boolean): void {
    const read = this.read();
    this.element.classList.toggle("changed", isChanged);
    this.#toDefault.hidden = "value" in read && same(read.value, this.#setting.otherwise);
  }

  /** Back to what is set. */
  reset(): void {
    this.#put(this.#setting.value);
  }

  #putBack(changed: () => void): void {
    this.#put(this.#setting.otherwise);
    changed();
    this.#control.focus();
  }

  #put(value: SettingValue): void {
    const control = this.#control;
    if (control instanceof HTMLInputElement && typeof value === "boolean") control.checked = value;
    else control.value = Array.isArray(value) ? value.join("\n") : String(value);
    this.field.problem(null);
  }

  #hint(): string {
    const { words } = this.#room;
    const { name, explanation, kind, min, max } = this.#setting;
    const why = known(`settings.${name}.why`, words) ?? explanation;
    const range = { min: this.#room.number(min), max: this.#room.number(max) };
    if (kind === "list") return `${why} ${words.text("settings.lines")}`;
    return kind === "number" ? `${why} (${words.text("settings.range", range)})` : why;
  }

  #told(value: SettingValue): string {
    const { words } = this.#room;
    if (typeof value === "boolean") return words.text(value ? "settings.on" : "settings.off");
    if (typeof value === "number") return this.#room.number(value);
    return value.length > 0 ? value.join(", ") : words.text("manage.none");
  }
}

function controlFor({ kind }: SettingField): HTMLInputElement | HTMLTextAreaElement {
  if (kind === "switch") return h("input", { type: "checkbox" });
  if (kind === "list") return h("textarea", { rows: 3, dir: "auto", spellcheck: "false" });
  return textInput({ inputmode: "numeric", maxlength: 9, class: "short" });
}
