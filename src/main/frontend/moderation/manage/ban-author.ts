import { h } from "../../shared/dom.ts";
import type { ListedComment, ListedComments } from "./contract.ts";
import { Act, Field, textInput } from "./form.ts";
import { button, type Room, typed } from "./room.ts";

const MOST = 10;
const ID = /^[0-9A-HJKMNP-TV-Z]{13}$/i;

/** Finds an author by what they wrote or are called; an id can be typed as it is. */
export class AuthorPicker {
  readonly element: HTMLElement;
  readonly field: Field<HTMLInputElement>;
  readonly #room: Room;
  readonly #found = h("ul", { class: "rows", hidden: true });
  readonly #chosen = h("p", { class: "hint", hidden: true });
  readonly #act: Act;
  #id = "";

  constructor(room: Room, id: string) {
    const { words } = room;
    this.#room = room;
    const find = button(words.text("bans.findAuthor"), () => void this.#find());
    this.#act = new Act(room, find);
    this.field = new Field(
      textInput({ value: id, maxlength: 200 }),
      words.text("bans.author"),
      words.text("bans.authorHint"),
      find,
    );
    this.field.control.addEventListener("keydown", (event) => this.#pressed(event));
    this.field.control.addEventListener("input", () => this.#choose("", null));
    this.element = h("div", {}, this.field.element, this.#act.notice, this.#chosen, this.#found);
  }

  /** Empty when nobody is chosen. */
  get id(): string {
    const typed = this.field.value.trim();
    return this.#id || (ID.test(typed) ? typed.toUpperCase() : "");
  }

  clear(): void {
    this.field.control.value = "";
    this.#choose("", null);
  }

  /** Enter finds; it must not ban. */
  #pressed(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.isComposing || this.id) return;
    event.preventDefault();
    void this.#find();
  }

  async #find(): Promise<void> {
    const q = this.field.value.trim();
    const { desk, signal } = this.#room.place;
    if (!q) return this.field.problem(this.#room.words.text("manage.required"));
    let comments: readonly ListedComment[] = [];
    const query = ID.test(q) ? { author: q, limit: 50 } : { q, limit: 50 };
    const done = await this.#act.run(async () => {
      comments = (await desk.ask<ListedComments>("GET", "comments", { query, signal })).comments;
    });
    if (!done) return;
    const byId = new Map(comments.map((comment) => [comment.author.id, comment]));
    if (byId.size === 0) return this.#act.say(this.#room.words.text("bans.nobody"));
    this.#found.replaceChildren(
      ...[...byId.values()].slice(0, MOST).map((comment) => this.#row(comment)),
    );
    this.#found.hidden = false;
    this.#found.querySelector("button")?.focus();
  }

  #row({ author, body }: ListedComment): HTMLElement {
    const { words } = this.#room;
    const choose = () => {
      this.#choose(author.id, author.name);
      this.field.control.focus();
    };
    const excerpt = body.length > 120 ? `${body.slice(0, 120)}…` : body;
    return h(
      "li",
      { class: "option" },
      h("div", {}, typed(author.name, "strong"), h("p", { class: "muted", dir: "auto" }, excerpt)),
      button(words.text("bans.choose"), choose, {
        "aria-label": words.text("bans.chooseOf", { name: author.name }),
      }),
    );
  }

  #choose(id: string, name: string | null): void {
    this.#id = id;
    this.#found.hidden = true;
    this.#chosen.hidden = !name;
    if (!name) return;
    this.field.control.value = name;
    this.field.problem(null);
    this.#chosen.textContent = this.#room.words.text("bans.chosen", { name });
    this.#room.place.announce(this.#chosen.textContent);
  }
}
