import { h } from "../../shared/dom.ts";
import type { Settings } from "./contract.ts";
import { Act, type Fields, focusFirstWrong, form } from "./form.ts";
import { button, type Room } from "./room.ts";
import { changesOf, fieldsOf, grouped, type SettingField, WORD_LISTS } from "./settings-form.ts";
import { PreviewPanel } from "./settings-preview.ts";
import { SettingRow } from "./setting-row.ts";

type Changes = ReturnType<typeof changesOf>;

/** All settings but the lists of words, to be changed together. */
export class SettingsForm {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #groups = h("div", { class: "groups" });
  readonly #count = h("span", { class: "total" });
  readonly #save: HTMLButtonElement;
  readonly #discard: HTMLButtonElement;
  readonly #act: Act;
  readonly #preview: PreviewPanel;
  #fields: readonly SettingField[] = [];
  #rows: readonly SettingRow[] = [];

  constructor(room: Room, settings: Settings) {
    const { words } = room;
    this.#room = room;
    this.#save = h("button", { class: "primary" }, words.text("manage.save"));
    this.#discard = button(words.text("settings.discard"), () => this.#reset(), { class: "quiet" });
    this.#act = new Act(room, this.#save, () => this.#controls());
    this.#preview = new PreviewPanel(room, () => this.#valid(), () => this.#controls());
    this.element = form(
      () => void this.#send(),
      this.#groups,
      this.#preview.element,
      h(
        "div",
        { class: "save-bar" },
        this.#count,
        this.#save,
        this.#preview.button,
        this.#discard,
        this.#act.notice,
      ),
    );
    this.#show(settings);
  }

  get isChanged(): boolean {
    return Object.keys(this.#changes()).length > 0 || this.#rows.some(({ isWrong }) => isWrong);
  }

  #show(settings: Settings): void {
    const lists: readonly string[] = WORD_LISTS;
    const { words } = this.#room;
    this.#fields = fieldsOf(settings).filter(({ name }) => !lists.includes(name));
    const changed = () => this.#changed();
    const groups = grouped(this.#fields).map(([group, fields]) => {
      const rows = fields.map((field) => new SettingRow(this.#room, field, changed));
      const heading = h("h2", {}, words.text(`settings.${group}`));
      return {
        rows,
        element: h("section", { class: "card" }, heading, ...rows.map(({ element }) => element)),
      };
    });
    this.#rows = groups.flatMap(({ rows }) => rows);
    this.#groups.replaceChildren(...groups.map(({ element }) => element));
    this.#changed();
  }

  #changes(): Changes {
    const wanted = this.#rows
      .map((row) => [row.name, row.read()] as const)
      .flatMap(([name, read]) => "value" in read ? [[name, read.value] as const] : []);
    return changesOf(this.#fields, new Map(wanted));
  }

  #changed(): void {
    const { words } = this.#room;
    const changes = this.#changes();
    const count = Object.keys(changes).length;
    for (const row of this.#rows) row.mark(row.name in changes);
    this.#count.textContent = count
      ? words.plural("settings.changes", count)
      : words.text("settings.unchanged");
    this.#save.ariaDisabled = this.isChanged ? null : "true";
    this.#discard.hidden = !this.isChanged;
  }

  #controls(): Fields {
    return Object.fromEntries(this.#rows.map((row) => [row.name, row.field]));
  }

  /** The changes, or null when something typed is none; then it is told and has the focus. */
  #valid(): Changes | null {
    for (const row of this.#rows) row.check();
    return focusFirstWrong(this.#controls()) ? null : this.#changes();
  }

  async #send(): Promise<void> {
    const changes = this.#valid();
    if (!changes || Object.keys(changes).length === 0) return;
    const { desk } = this.#room.place;
    let settings: Settings | undefined;
    const done = await this.#act.run(async () => {
      settings = await desk.ask<Settings>("PATCH", "settings", { body: changes });
    });
    if (!done || !settings) return;
    this.#show(settings);
    this.#preview.clear();
    this.#act.say(this.#room.words.text("manage.saved"));
  }

  #reset(): void {
    for (const row of this.#rows) row.reset();
    this.#act.say("");
    this.#changed();
    this.#save.focus();
  }
}
