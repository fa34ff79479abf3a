import { h } from "../../shared/dom.ts";
import type { Settings, SettingValue } from "./contract.ts";
import { Act, Field } from "./form.ts";
import { button, type Room } from "./room.ts";
import { same, type WordListName } from "./settings-form.ts";
import { PreviewPanel } from "./settings-preview.ts";
import { difference, merged, parseWords, placeOfLine, type WordList } from "./word-list.ts";
import { WordProblems } from "./word-problems.ts";
import { WordSearch } from "./word-search.ts";

const CALM_MS = 150;
const MOST_WORDS = 5_000;

/** A list of words to be typed, pasted, searched and saved as a whole. */
export class WordEditor {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #name: WordListName;
  readonly #most: number;
  readonly #default: SettingValue;
  readonly #text: HTMLTextAreaElement;
  readonly #field: Field;
  readonly #count = h("p", { class: "total" });
  readonly #problems: WordProblems;
  readonly #search: WordSearch;
  readonly #save: HTMLButtonElement;
  readonly #discard: HTMLButtonElement;
  readonly #act: Act;
  readonly #preview: PreviewPanel;
  #saved: readonly string[] = [];
  #timer = 0;

  constructor(room: Room, name: WordListName, settings: Settings) {
    const { words } = room;
    this.#room = room;
    this.#name = name;
    this.#default = settings.defaults[name] ?? [];
    const described = settings.described.find((setting) => setting.name === name);
    this.#most = Number(/at most (\d+)/.exec(described?.bounds ?? "")?.[1] ?? MOST_WORDS);
    this.#text = h("textarea", {
      class: "word-list",
      rows: 16,
      wrap: "off",
      dir: "auto",
      spellcheck: "false",
      autocomplete: "off",
      autocapitalize: "none",
    });
    this.#field = new Field(this.#text, words.text(`settings.${name}`), this.#rules());
    this.#problems = new WordProblems(room, {
      goTo: (line) => this.#goTo(line),
      put: (text) => this.#put(text),
    });
    this.#search = new WordSearch(room, this.#text);
    this.#save = button(words.text("manage.save"), () => void this.#send(), { class: "primary" });
    this.#discard = button(words.text("settings.discard"), () => this.#reset(), { class: "quiet" });
    this.#act = new Act(room, this.#save, () => ({ [name]: this.#field }));
    const label = words.text("words.preview");
    this.#preview = new PreviewPanel(
      room,
      () => this.#change(),
      () => ({ [name]: this.#field }),
      label,
    );
    this.element = this.#build();
    this.#text.addEventListener("input", () => this.#typed());
    this.#show(settings);
  }

  get isChanged(): boolean {
    return this.#text.value !== this.#saved.join("\n");
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #build(): HTMLElement {
    const screens = this.#name !== "reservedNames" && this.#preview.button;
    return h(
      "div",
      { class: "card words" },
      this.#search.element,
      h("div", { class: "marked" }, this.#field.element, this.#search.marker),
      this.#problems.element,
      this.#preview.element,
      h(
        "div",
        { class: "save-bar" },
        this.#count,
        this.#save,
        screens,
        this.#discard,
        this.#act.notice,
      ),
    );
  }

  #rules(): string {
    const { words } = this.#room;
    const why = words.text(`settings.${this.#name}.why`);
    return this.#name === "reservedNames"
      ? `${why} ${words.text("settings.lines")}`
      : `${why} ${words.text("words.rules")}`;
  }

  #show({ settings }: Settings): void {
    this.#saved = settings[this.#name] as readonly string[];
    this.#put(this.#saved.join("\n"));
  }

  #put(text: string): void {
    this.#text.value = text;
    this.#field.problem(null);
    this.#look();
  }

  /** Thousands of lines are looked through once the typing rests. */
  #typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), CALM_MS);
  }

  #look(): WordList {
    const list = parseWords(this.#text.value);
    this.#problems.show(list, this.#text.value, list.words.length - this.#most);
    this.#search.refresh();
    this.#tellCount(list);
    return list;
  }

  #tellCount({ words: wanted }: WordList): void {
    const { words } = this.#room;
    const { added, removed } = difference(this.#saved, wanted);
    const most = this.#room.number(this.#most);
    const count = words.plural("words.count", wanted.length).replace("{most}", most);
    const changes = [
      added.length > 0 && words.plural("words.added", added.length),
      removed.length > 0 && words.plural("words.removed", removed.length),
    ].filter((change) => change);
    const told = changes.length > 0 ? changes : [words.text("words.unchanged")];
    this.#count.textContent = [count, ...told].join(" · ");
    this.#save.ariaDisabled = this.isChanged ? null : "true";
    this.#discard.hidden = !this.isChanged;
  }

  /** What would be sent; null when there are lines that cannot be, which then have the focus. */
  #change(): Record<string, SettingValue | null> | null {
    const list = this.#look();
    if (list.wrong.length > 0 || list.words.length > this.#most) {
      this.#problems.focus();
      return null;
    }
    const { words } = list;
    return { [this.#name]: same(words, this.#default) ? null : words };
  }

  async #send(): Promise<void> {
    const change = this.#change();
    if (!change || !this.isChanged) return;
    const { desk } = this.#room.place;
    let settings: Settings | null = null;
    const done = await this.#act.run(async () => {
      const now = await desk.ask<Settings>("GET", "settings");
      if (this.#addToOthers(now)) return;
      settings = await desk.ask<Settings>("PATCH", "settings", { body: change });
    });
    if (!done) return;
    if (!settings) return this.#act.say(this.#room.words.text("words.othersToo"));
    this.#show(settings);
    this.#act.say(this.#room.words.text("manage.saved"));
  }

  /** A list is sent whole: what others did to it meanwhile would be undone. False when nobody did anything. */
  #addToOthers({ settings }: Settings): boolean {
    const theirs = settings[this.#name] as readonly string[];
    if (same(theirs, this.#saved)) return false;
    const together = merged(this.#saved, parseWords(this.#text.value).words, theirs);
    this.#saved = theirs;
    this.#put(together.join("\n"));
    return true;
  }

  #reset(): void {
    this.#act.say("");
    this.#preview.clear();
    this.#put(this.#saved.join("\n"));
    this.#text.focus();
  }

  #goTo(line: number): void {
    const { start, end } = placeOfLine(this.#text.value, line);
    this.#search.select(start, end);
    this.#text.focus();
  }
}
