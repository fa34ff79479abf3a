import { h } from "../../shared/dom.ts";
import type { ModeratedThread } from "./contract.ts";
import { Field, textInput } from "./form.ts";
import { type Room, typed } from "./room.ts";
import { MergeForm } from "./thread-merge.ts";
import { PaceForm } from "./thread-pace.ts";
import { Pins } from "./thread-pins.ts";
import { RenameForm } from "./thread-rename.ts";

/** Changes a thread: fails with an `ApiError`. */
export type Change = (wanted: Readonly<Record<string, unknown>>) => Promise<ModeratedThread>;

/** All that can be done to one thread. A reason goes with whatever is done next. */
export class ThreadDesk {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #changed: (thread: ModeratedThread) => void;
  readonly #reason: Field<HTMLInputElement>;
  readonly #about = h("div", {});
  readonly #pace: PaceForm;
  readonly #pins: Pins;
  readonly #rename: RenameForm;
  readonly #merge: MergeForm;
  #thread: ModeratedThread;

  constructor(
    room: Room,
    thread: ModeratedThread,
    changed: (thread: ModeratedThread) => void,
    gone: () => void,
  ) {
    const { words } = room;
    this.#room = room;
    this.#thread = thread;
    this.#changed = changed;
    this.#reason = new Field(
      textInput({ maxlength: 1000 }),
      words.text("manage.reason"),
      words.text("manage.forTheLog"),
    );
    const change: Change = (wanted) => this.change(wanted);
    const reason = () => this.#reason.value.trim() || null;
    this.#pace = new PaceForm(room, change, this.#reason);
    this.#pins = new Pins(room, change);
    this.#rename = new RenameForm(room, change, this.#reason);
    this.#merge = new MergeForm(room, reason, changed, gone);
    this.element = h(
      "div",
      { class: "desk" },
      this.#about,
      this.#reason.element,
      this.#pace.element,
      section(words.text("threads.pinning"), this.#pins.element),
      section(words.text("threads.rename"), this.#rename.element),
      section(words.text("threads.merge"), this.#merge.element),
    );
  }

  show(thread: ModeratedThread): void {
    this.#thread = thread;
    this.#about.replaceChildren(...this.#notes(thread));
    this.#pace.show(thread);
    this.#pins.show(thread);
    this.#merge.show(thread);
  }

  /** Loads what only this part needs. */
  opened(): void {
    this.#pins.load();
  }

  async change(wanted: Readonly<Record<string, unknown>>): Promise<ModeratedThread> {
    const reason = this.#reason.value.trim() || undefined;
    const body = { thread: this.#thread.key, reason, ...wanted };
    const { thread } = await this.#room.place.desk.ask<{ thread: ModeratedThread }>(
      "PATCH",
      "threads",
      { body },
    );
    this.#reason.control.value = "";
    this.#changed(thread);
    return thread;
  }

  #notes({ closedBy, aliases }: ModeratedThread): HTMLElement[] {
    const { words } = this.#room;
    const closing = closedBy &&
      words.text(closedBy === "age" ? "threads.closingByAge" : "threads.closing");
    const former = aliases.map((alias) => h("li", {}, typed(alias, "code")));
    return [
      ...closing ? [h("p", { class: "hint" }, closing)] : [],
      ...former.length > 0
        ? [
          section(
            `${words.text("threads.aliases")} (${this.#room.number(former.length)})`,
            h("ul", {}, ...former),
          ),
        ]
        : [],
    ];
  }
}

function section(title: string, content: HTMLElement): HTMLElement {
  return h("details", {}, h("summary", {}, title), content);
}
