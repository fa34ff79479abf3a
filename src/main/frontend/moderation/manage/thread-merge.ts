import { h } from "../../shared/dom.ts";
import { Dialog } from "../shell/dialog.ts";
import type { ModeratedThread, Threads } from "./contract.ts";
import { Act, choice, Field, focusFirstWrong, form, textInput } from "./form.ts";
import { button, type Room } from "./room.ts";

interface Pair {
  readonly from: ModeratedThread;
  readonly into: ModeratedThread;
}

/** Makes a thread and another one one, after saying what that means. */
export class MergeForm {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #reason: () => string | null;
  readonly #changed: (thread: ModeratedThread) => void;
  readonly #gone: () => void;
  readonly #other: Field<HTMLInputElement>;
  readonly #keeps: Field<HTMLSelectElement>;
  readonly #act: Act;
  #thread: ModeratedThread | null = null;

  constructor(
    room: Room,
    reason: () => string | null,
    changed: (thread: ModeratedThread) => void,
    gone: () => void,
  ) {
    const { words } = room;
    this.#room = room;
    this.#reason = reason;
    this.#changed = changed;
    this.#gone = gone;
    this.#other = new Field(
      textInput({ maxlength: 512 }),
      words.text("threads.other"),
      words.text("threads.mergeHint"),
    );
    const ways = [
      ["this", words.text("threads.keepsThis")],
      ["other", words.text("threads.keepsOther")],
    ] as const;
    this.#keeps = new Field(choice(ways, "this"), words.text("threads.keeps"));
    const look = h("button", { class: "danger" }, words.text("threads.look"));
    this.#act = new Act(room, look, () => ({ from: this.#other, into: this.#other }));
    this.element = form(
      () => void this.#look(),
      this.#other.element,
      this.#keeps.element,
      h("div", { class: "buttons" }, look),
      this.#act.notice,
    );
  }

  show(thread: ModeratedThread): void {
    this.#thread = thread;
  }

  async #look(): Promise<void> {
    const thread = this.#thread;
    const key = this.#other.value.trim();
    const { words } = this.#room;
    this.#other.problem(key ? null : words.text("manage.required"));
    if (!thread || focusFirstWrong({ key: this.#other })) return;
    let other: ModeratedThread | undefined;
    if (!await this.#act.run(async () => other = await this.#find(key))) return;
    if (!other || other.id === thread.id) {
      this.#other.problem(words.text(other ? "manage.sameThread" : "threads.unknown"));
      focusFirstWrong({ key: this.#other });
      return;
    }
    this.#ask(
      this.#keeps.value === "this" ? { from: other, into: thread } : { from: thread, into: other },
    );
  }

  async #find(key: string): Promise<ModeratedThread | undefined> {
    const page = await this.#room.place.desk.ask<Threads>("GET", "threads", {
      query: { thread: key },
      signal: this.#room.place.signal,
    });
    return page.threads[0];
  }

  #ask(pair: Pair): void {
    const { words, place } = this.#room;
    const names = { from: nameOf(pair.from), into: nameOf(pair.into) };
    const dialog = new Dialog(words.text("threads.mergeQuestion", names), place.strings);
    const yes = button(words.text("threads.mergeYes"), () => void merge(), { class: "danger" });
    const act = new Act(this.#room, yes);
    const merge = async () => {
      let merged: ModeratedThread | undefined;
      const done = await act.run(async () => merged = await this.#merge(pair));
      if (!done || !merged) return;
      dialog.close();
      this.#merged(pair, merged);
    };
    const told = [
      words.plural("threads.mergeComments", pair.from.commentCount),
      words.text("threads.mergeKeys", names),
      pair.from.pinned.length > 0 && words.text("threads.mergePins"),
      words.text("threads.mergeEnd"),
    ];
    dialog.open(
      h("ul", { class: "told" }, ...told.map((line) => line && h("li", {}, line))),
      act.notice,
      h(
        "div",
        { class: "buttons" },
        button(words.text("manage.cancel"), () => dialog.close(), { autofocus: true }),
        yes,
      ),
    );
  }

  async #merge({ from, into }: Pair): Promise<ModeratedThread> {
    const { thread } = await this.#room.place.desk.ask<{ thread: ModeratedThread }>(
      "POST",
      "threads/merge",
      { body: { from: from.key, into: into.key, reason: this.#reason() } },
    );
    return thread;
  }

  #merged({ into }: Pair, merged: ModeratedThread): void {
    const { words, place } = this.#room;
    place.toast(words.text("threads.merged"));
    if (into.id === this.#thread?.id) {
      this.#other.control.value = "";
      this.#changed(merged);
    }
    this.#gone();
  }
}

function nameOf({ title, key }: ModeratedThread): string {
  return title ?? key;
}
