import { h } from "../../shared/dom.ts";
import type { ListedComment, ListedComments, ModeratedThread } from "./contract.ts";
import { Act } from "./form.ts";
import { type Page, Pages, Region } from "./region.ts";
import { button, type Room, typed } from "./room.ts";
import type { Change } from "./thread-desk.ts";

const MOST = 3;
const EXCERPT = 200;

/** What comes first in a thread, and what else could. */
export class Pins {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #change: Change;
  readonly #list = h("div", {});
  readonly #choices = h("div", {});
  readonly #pick: HTMLButtonElement;
  readonly #notice = h("p", { class: "notice", hidden: true });
  readonly #heading: HTMLElement;
  readonly #buttons = new Map<HTMLButtonElement, ListedComment>();
  readonly #known = new Map<string, ListedComment>();
  #thread: ModeratedThread | null = null;
  #loaded = false;

  constructor(room: Room, change: Change) {
    const { words } = room;
    this.#room = room;
    this.#change = change;
    this.#pick = button(words.text("threads.pick"), () => this.#offer());
    this.#heading = h("p", { class: "hint", tabindex: -1 }, words.text("threads.pinHint"));
    this.element = h(
      "div",
      { class: "pins" },
      this.#heading,
      this.#list,
      this.#notice,
      h("div", { class: "buttons" }, this.#pick),
      this.#choices,
    );
  }

  get #pinned(): readonly string[] {
    return this.#thread?.pinned ?? [];
  }

  show(thread: ModeratedThread): void {
    this.#thread = thread;
    for (const [turn, comment] of this.#buttons) this.#label(turn, comment);
    if (this.#loaded) this.#showPinned();
  }

  /** Asks what the pinned comments are. */
  load(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    this.#showPinned();
  }

  #showPinned(): void {
    const { words } = this.#room;
    const pinned = this.#pinned;
    if (pinned.length === 0) {
      this.#list.replaceChildren(h("p", { class: "muted" }, words.text("threads.noPins")));
      return;
    }
    const region = new Region(
      this.#room,
      () => Promise.all(pinned.map((id) => this.#comment(id))),
      (comments) => [
        h("ul", { class: "rows" }, ...comments.map((comment) => this.#row(comment))),
      ],
    );
    this.#list.replaceChildren(region.element);
  }

  async #comment(id: string): Promise<ListedComment> {
    const { desk, signal } = this.#room.place;
    const comment = this.#known.get(id) ??
      await desk.ask<ListedComment>("GET", `comments/${id}`, { signal });
    this.#known.set(id, comment);
    return comment;
  }

  #offer(): void {
    this.#pick.hidden = true;
    const region = new Region(this.#room, () => this.#roots(null), (first) => {
      const { words } = this.#room;
      if (first.items.length === 0 && !first.next) {
        return [h("p", { class: "muted" }, words.text("threads.noPinnable"))];
      }
      const row = (comment: ListedComment) => this.#row(comment);
      return [new Pages(this.#room, first, (after) => this.#roots(after), row).element];
    });
    this.#choices.replaceChildren(region.element);
  }

  /** Only roots can be pinned; a page without any is passed over. */
  async #roots(after: string | null): Promise<Page<ListedComment>> {
    const { desk, signal } = this.#room.place;
    const query = { thread: this.#thread?.key, status: "approved", limit: 100, after };
    const page = await desk.ask<ListedComments>("GET", "comments", { query, signal });
    const items = page.comments.filter(({ parentId }) => parentId === null);
    for (const comment of items) this.#known.set(comment.id, comment);
    if (items.length === 0 && page.next) return this.#roots(page.next);
    return { items, next: page.next };
  }

  #row(comment: ListedComment): HTMLElement {
    const { name } = comment.author;
    const turn = button("", () => void this.#turn(comment, act));
    const act = new Act(this.#room, turn);
    this.#label(turn, comment);
    this.#buttons.set(turn, comment);
    return h(
      "li",
      { class: "option" },
      h(
        "div",
        {},
        h("p", { class: "muted facts" }, typed(name, "strong"), this.#room.time(comment.createdAt)),
        typed(excerpt(comment.body), "p"),
        act.notice,
      ),
      turn,
    );
  }

  #label(turn: HTMLButtonElement, { id, author: { name } }: ListedComment): void {
    const { words } = this.#room;
    const isPinned = this.#pinned.includes(id);
    turn.textContent = words.text(isPinned ? "threads.unpin" : "threads.pin");
    turn.ariaLabel = words.text(isPinned ? "threads.unpinOf" : "threads.pinOf", { name });
  }

  async #turn({ id }: ListedComment, act: Act): Promise<void> {
    const { words } = this.#room;
    const pins = !this.#pinned.includes(id);
    if (pins && this.#pinned.length >= MOST) return act.say(words.text("threads.pinsFull"), true);
    const wanted = pins ? [...this.#pinned, id] : this.#pinned.filter((other) => other !== id);
    if (!await act.run(() => this.#change({ pinned: wanted }))) return;
    const told = words.text(pins ? "threads.pinned" : "threads.unpinned");
    this.#notice.textContent = told;
    this.#notice.hidden = false;
    this.#room.place.announce(told);
    if (!act.button.isConnected) this.#heading.focus();
  }
}

function excerpt(body: string): string {
  const characters = [...body.replace(/\s+/g, " ").trim()];
  return characters.length > EXCERPT
    ? `${characters.slice(0, EXCERPT).join("")}…`
    : characters.join("");
}
