import { h } from "../../shared/dom.ts";
import { Field } from "./form.ts";
import { button, type Room } from "./room.ts";
import { find, type Found, lineOfPlace } from "./word-list.ts";

/** Above the first line of a text field. */
const PADDING = 6;

/** Finds text in a long text field, place by place. */
export class WordSearch {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #text: HTMLTextAreaElement;
  readonly #input = h("input", { type: "search", dir: "auto", autocomplete: "off" });
  readonly #told = h("output", { class: "muted" });
  /** Belongs where the text is, in something that has a position. */
  readonly marker = h("div", { class: "marker", hidden: true, "aria-hidden": "true" });
  #found: readonly Found[] = [];
  #at = -1;

  constructor(room: Room, text: HTMLTextAreaElement) {
    const { words } = room;
    this.#room = room;
    this.#text = text;
    const field = new Field(
      this.#input,
      words.text("words.find"),
      "",
      button(words.text("words.previous"), () => this.#step(-1)),
      button(words.text("words.next"), () => this.#step(1)),
      this.#told,
    );
    this.element = h("div", { role: "search" }, field.element);
    this.#input.addEventListener("input", () => this.#look());
    text.addEventListener("scroll", () => this.#mark());
    this.#input.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** The text is another. */
  refresh(): void {
    this.#found = find(this.#text.value, this.#input.value.trim());
    this.#at = Math.min(this.#at, this.#found.length - 1);
    this.#tell();
  }

  /** Selects it and brings it into view; the focus stays where it is. */
  select(start: number, end: number): void {
    const text = this.#text;
    text.setSelectionRange(start, end);
    const lines = text.value.split("\n").length;
    const each = text.scrollHeight / lines;
    const line = lineOfPlace(text.value, start) - 1;
    text.scrollTop = Math.max(0, line * each - text.clientHeight / 2);
  }

  #look(): void {
    this.refresh();
    this.#at = -1;
    this.#step(1);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.#step(event.shiftKey ? -1 : 1);
  }

  #step(by: number): void {
    const count = this.#found.length;
    if (count > 0) {
      this.#at = (this.#at + by + count) % count;
      const { start, end } = this.#found[this.#at] as Found;
      this.select(start, end);
    }
    this.#tell();
  }

  #tell(): void {
    const { words } = this.#room;
    this.#mark();
    const count = this.#found.length;
    const place = this.#room.number(this.#at + 1);
    if (!this.#input.value.trim()) this.#told.textContent = "";
    else if (count === 0) this.#told.textContent = words.text("words.notFound");
    else {this.#told.textContent = words.text("words.found", {
        place,
        count: this.#room.number(count),
      });}
  }

  /** Puts a mark over the line that was found: browsers show no selection where the focus is not. */
  #mark(): void {
    const found = this.#found[this.#at];
    const text = this.#text;
    const each = text.scrollHeight / text.value.split("\n").length;
    const line = found ? lineOfPlace(text.value, found.start) - 1 : 0;
    const top = line * each - text.scrollTop + text.offsetTop + PADDING;
    const isSeen = top > text.offsetTop && top + each < text.offsetTop + text.clientHeight;
    this.marker.hidden = !found || !isSeen;
    this.marker.style.setProperty("inset-block-start", `${top}px`);
  }
}
