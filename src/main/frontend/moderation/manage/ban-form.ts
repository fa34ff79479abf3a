import { h } from "../../shared/dom.ts";
import { AuthorPicker } from "./ban-author.ts";
import { endOf, TERMS } from "./ban-term.ts";
import type { Ban } from "./contract.ts";
import { Act, choice, Field, focusFirstWrong, form, textInput } from "./form.ts";
import { type Room, uniqueId } from "./room.ts";

/** Bans an author or an address. */
export class BanForm {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #made: () => void;
  readonly #author: AuthorPicker;
  readonly #address: Field<HTMLInputElement>;
  readonly #byAddress: HTMLInputElement;
  readonly #term: Field<HTMLSelectElement>;
  readonly #end: Field<HTMLInputElement>;
  readonly #reason: Field<HTMLInputElement>;
  readonly #shadow: Field<HTMLInputElement>;
  readonly #remove: Field<HTMLInputElement>;
  readonly #act: Act;

  constructor(room: Room, author: string, made: () => void) {
    const { words } = room;
    this.#room = room;
    this.#made = made;
    this.#author = new AuthorPicker(room, author);
    this.#address = new Field(
      textInput({ dir: "ltr", maxlength: 64, spellcheck: "false" }),
      words.text("bans.address"),
      words.text("bans.addressHint"),
    );
    const terms = TERMS.map((term) => [term, words.text(`bans.${term}`)] as const);
    this.#term = new Field(choice(terms, "week"), words.text("bans.until"));
    this.#end = new Field(h("input", { type: "datetime-local" }), words.text("bans.end"));
    this.#reason = new Field(
      textInput({ maxlength: 500 }),
      words.text("manage.reason"),
      words.text("bans.reasonHint"),
    );
    const box = () => h("input", { type: "checkbox" });
    this.#shadow = new Field(box(), words.text("bans.shadow"), words.text("bans.shadowHint"));
    this.#remove = new Field(box(), words.text("bans.remove"), words.text("bans.removeHint"));
    this.#byAddress = h("input", { type: "radio", name: uniqueId(), onchange: () => this.#aim() });
    const make = h("button", { class: "danger" }, words.text("bans.make"));
    this.#act = new Act(room, make, () => this.#fields());
    this.element = this.#build(make, author !== "");
    this.#term.control.addEventListener("change", () => this.#choose());
    this.#aim();
    this.#choose();
  }

  #build(make: HTMLElement, open: boolean): HTMLElement {
    const { words } = this.#room;
    const byAuthor = h("input", {
      type: "radio",
      name: this.#byAddress.name,
      checked: true,
      onchange: () => this.#aim(),
    });
    const whom = h(
      "fieldset",
      {},
      h("legend", {}, words.text("bans.whom")),
      h("label", { class: "choice" }, byAuthor, words.text("bans.byAuthor")),
      h("label", { class: "choice" }, this.#byAddress, words.text("bans.byAddress")),
    );
    return h(
      "details",
      { class: "card entry", open },
      h("summary", {}, words.text("bans.new")),
      form(
        () => void this.#make(),
        whom,
        this.#author.element,
        this.#address.element,
        this.#reason.element,
        this.#term.element,
        this.#end.element,
        this.#shadow.element,
        this.#remove.element,
        h("div", { class: "buttons" }, make),
        this.#act.notice,
      ),
    );
  }

  #fields() {
    const aim: Field = this.#byAddress.checked ? this.#address : this.#author.field;
    return {
      authorId: aim,
      address: this.#address,
      reason: this.#reason,
      until: this.#end.element.hidden ? this.#term : this.#end,
      shadow: this.#shadow,
      remove: this.#remove,
    };
  }

  #aim(): void {
    this.#address.element.hidden = !this.#byAddress.checked;
    this.#author.element.hidden = this.#byAddress.checked;
  }

  #choose(): void {
    this.#end.element.hidden = this.#term.value !== "date";
  }

  async #make(): Promise<void> {
    const until = endOf(this.#term.value, this.#end.value, new Date());
    if (!this.#check(until)) return;
    const body = {
      ...this.#byAddress.checked
        ? { address: this.#address.value.trim() }
        : { authorId: this.#author.id },
      reason: this.#reason.value.trim(),
      until,
      shadow: this.#shadow.control.checked,
      remove: this.#remove.control.checked,
    };
    const { desk } = this.#room.place;
    if (!await this.#act.run(() => desk.ask<{ ban: Ban }>("POST", "bans", { body }))) return;
    this.#author.clear();
    this.#address.control.value = this.#reason.control.value = "";
    this.#shadow.control.checked = this.#remove.control.checked = false;
    this.#act.say(this.#room.words.text("bans.made"));
    this.#made();
  }

  #check(until: string | null | undefined): boolean {
    const { words } = this.#room;
    const need = (field: Field, value: string) =>
      field.problem(value.trim() ? null : words.text("manage.required"));
    if (this.#byAddress.checked) need(this.#address, this.#address.value);
    else need(this.#author.field, this.#author.id);
    need(this.#reason, this.#reason.value);
    this.#end.problem(until === undefined ? words.text("manage.notATime") : null);
    const { shadow: _, remove: __, ...checked } = this.#fields();
    return !focusFirstWrong(checked);
  }
}
