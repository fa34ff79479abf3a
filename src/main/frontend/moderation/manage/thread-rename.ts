import { h } from "../../shared/dom.ts";
import { Act, Field, focusFirstWrong, form, textInput } from "./form.ts";
import type { Room } from "./room.ts";
import type { Change } from "./thread-desk.ts";

/** Gives a thread another key. */
export class RenameForm {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #change: Change;
  readonly #key: Field<HTMLInputElement>;
  readonly #act: Act;

  constructor(room: Room, change: Change, reason: Field) {
    const { words } = room;
    this.#room = room;
    this.#change = change;
    this.#key = new Field(
      textInput({ maxlength: 512 }),
      words.text("threads.key"),
      words.text("threads.renameHint"),
    );
    const rename = h("button", {}, words.text("threads.rename"));
    this.#act = new Act(room, rename, () => ({ key: this.#key, reason }));
    this.element = form(
      () => void this.#rename(),
      this.#key.element,
      h("div", { class: "buttons" }, rename),
      this.#act.notice,
    );
  }

  async #rename(): Promise<void> {
    const { words } = this.#room;
    const key = this.#key.value.trim();
    this.#key.problem(key ? null : words.text("manage.required"));
    if (focusFirstWrong({ key: this.#key })) return;
    if (!await this.#act.run(() => this.#change({ key }))) return;
    this.#key.control.value = "";
    this.#act.say(words.text("threads.renamed"));
  }
}
