import { h } from "../../shared/dom.ts";
import type { ModeratedThread } from "./contract.ts";
import { Act, choice, Field, focusFirstWrong, form, textInput } from "./form.ts";
import type { Room } from "./room.ts";
import type { Change } from "./thread-desk.ts";

const USUAL = [0, 10, 30, 60, 300, 900, 3_600];
const SLOWEST = 86_400;

/** How fast a thread may go: pre-moderation and slow mode. */
export class PaceForm {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #change: Change;
  readonly #premoderated: Field<HTMLInputElement>;
  readonly #slow: Field<HTMLSelectElement>;
  readonly #seconds: Field<HTMLInputElement>;
  readonly #act: Act;

  constructor(room: Room, change: Change, reason: Field) {
    const { words } = room;
    this.#room = room;
    this.#change = change;
    this.#premoderated = new Field(
      h("input", { type: "checkbox" }),
      words.text("threads.premoderate"),
    );
    this.#slow = new Field(
      choice(this.#times(), "0"),
      words.text("threads.slowMode"),
      words.text("threads.slowHint"),
    );
    this.#seconds = new Field(
      textInput({ inputmode: "numeric", maxlength: 5, class: "short" }),
      words.text("threads.seconds"),
    );
    this.#slow.control.addEventListener("change", () => this.#choose());
    const save = h("button", {}, words.text("manage.save"));
    this.#act = new Act(room, save, () => ({
      premoderated: this.#premoderated,
      slowModeSeconds: this.#seconds.element.hidden ? this.#slow : this.#seconds,
      reason,
    }));
    this.element = form(
      () => void this.#save(),
      this.#premoderated.element,
      this.#slow.element,
      this.#seconds.element,
      h("div", { class: "buttons" }, save),
      this.#act.notice,
    );
  }

  show({ premoderated, slowModeSeconds }: ModeratedThread): void {
    this.#premoderated.control.checked = premoderated;
    this.#seconds.control.value = String(slowModeSeconds);
    this.#slow.control.value = USUAL.includes(slowModeSeconds) ? String(slowModeSeconds) : "other";
    this.#choose();
  }

  #times(): [string, string][] {
    const { words } = this.#room;
    const usual = USUAL.map((seconds): [string, string] => [
      String(seconds),
      seconds ? this.#room.duration(seconds) : words.text("threads.off"),
    ]);
    return [...usual, ["other", words.text("threads.otherTime")]];
  }

  #choose(): void {
    this.#seconds.element.hidden = this.#slow.value !== "other";
  }

  async #save(): Promise<void> {
    const chosen = this.#slow.value === "other" ? this.#seconds.value.trim() : this.#slow.value;
    const { words } = this.#room;
    if (!/^\d{1,5}$/.test(chosen) || Number(chosen) > SLOWEST) {
      const range = { min: this.#room.number(0), max: this.#room.number(SLOWEST) };
      this.#seconds.problem(words.text("manage.whole", range));
      focusFirstWrong({ seconds: this.#seconds });
      return;
    }
    const wanted = {
      premoderated: this.#premoderated.control.checked,
      slowModeSeconds: Number(chosen),
    };
    if (await this.#act.run(() => this.#change(wanted))) this.#act.say(words.text("manage.saved"));
  }
}
