import { h } from "../../shared/dom.ts";
import { build } from "../../shared/nodes.ts";
import type { QueueItem, Status } from "../desk/contract.ts";
import type { CoreStrings } from "../shell/view.ts";
import { CardActions } from "./card-actions.ts";
import type { Decided } from "../desk/live.ts";
import { flagList, reasons, record, statusBadge, threadLinks, when } from "./pieces.ts";
import { actWords, snippet, statusWord } from "./words.ts";

/** What a card can ask of the queue. */
export interface CardEvents {
  readonly strings: CoreStrings;
  /** Whether the badge of the status says something the tab does not. */
  readonly showsStatus: boolean;
  decide(card: Card, status: Status): void;
  select(card: Card, extend: boolean): void;
  context(card: Card): void;
  ban(card: Card): void;
  open(card: Card): void;
  /** The names of who else has that comment open. */
  lookers(id: string): readonly string[];
  address(item: QueueItem): { readonly thread: string; readonly author: string };
}

/** One comment to decide about: `li > article`. */
export class Card {
  readonly element: HTMLLIElement;
  readonly article: HTMLElement;
  readonly #events: CardEvents;
  readonly #looking = h("span", { class: "badge accent", hidden: true });
  readonly #select: HTMLInputElement;
  #item: QueueItem;
  #overtaken: Decided | null = null;
  #context: HTMLElement | null = null;
  #actions: CardActions | null = null;
  #unfolded: "source" | "timeline" | null = null;

  constructor(item: QueueItem, events: CardEvents) {
    this.#item = item;
    this.#events = events;
    this.#select = h("input", {
      type: "checkbox",
      "aria-label": events.strings.text("selectOf", { name: item.author.name }),
      onclick: (event: MouseEvent) => events.select(this, event.shiftKey),
    });
    this.article = h("article", {
      id: `card-${item.id}`,
      class: "card comment",
      tabindex: -1,
      "aria-labelledby": `by-${item.id} at-${item.id} in-${item.id}`,
    });
    this.element = h("li", {}, this.article);
    this.showLookers();
    this.#show();
  }

  get item(): QueueItem {
    return this.#item;
  }

  get id(): string {
    return this.#item.id;
  }

  /** Somebody else has decided; there is nothing left to do here. */
  get isOvertaken(): boolean {
    return this.#overtaken !== null;
  }

  update(item: QueueItem): void {
    this.#item = item;
    this.#overtaken = null;
    this.#show();
  }

  selected(is: boolean): void {
    this.#select.checked = is;
    this.article.classList.toggle("selected", is);
  }

  current(is: boolean): void {
    this.article.classList.toggle("current", is);
  }

  /** Greys out with who decided and when, until the card is updated. */
  overtake(change: Decided): void {
    this.#overtaken = change;
    this.#show();
  }

  showLookers(): void {
    const { lookers, strings } = this.#events;
    const names = lookers(this.id);
    this.#looking.hidden = names.length === 0;
    this.#looking.textContent = names.length
      ? strings.text("looking", { name: names.join(", ") })
      : "";
  }

  /** Shows what belongs below the comment, or takes it away. */
  showContext(panel: HTMLElement | null): void {
    this.#context?.remove();
    this.#context = panel;
    if (panel) this.article.lastElementChild!.append(panel);
  }

  contextIsOpen(is: boolean): void {
    this.#actions?.contextIsOpen(is);
  }

  toggle(part: "source" | "timeline"): void {
    this.#unfolded = this.#unfolded === part ? null : part;
    this.#show();
  }

  focus(): void {
    this.article.focus({ preventScroll: true });
    this.article.scrollIntoView({ block: "nearest" });
  }

  #show(): void {
    const { strings } = this.#events;
    const item = this.#item;
    this.article.classList.toggle("gone", this.isOvertaken);
    this.#actions = this.isOvertaken ? null : new CardActions(this, this.#events, this.#unfolded);
    const parts = [
      this.#answered(),
      this.#body(),
      reasons(item.status === "pending" ? item.heldFor : [], strings),
      flagList(item, strings),
      this.#unfolded === "timeline" ? this.#timeline() : null,
      this.isOvertaken ? this.#overtakenLine() : null,
      this.#actions?.element ?? null,
      this.#context,
    ].filter((part) => part !== null);
    this.article.replaceChildren(this.#head(), h("div", { class: "comment-main" }, ...parts));
  }

  #head(): HTMLElement {
    const { strings, showsStatus, address } = this.#events;
    const { id, author, createdAt, status, shadowed, editedAt } = this.#item;
    const { thread, author: all } = address(this.#item);
    return h(
      "header",
      { class: "comment-head" },
      h("label", { class: "pick" }, this.#select),
      h(
        "div",
        { class: "byline" },
        h("a", { href: all, id: `by-${id}`, class: "author" }, h("bdi", {}, author.name)),
        when(createdAt, strings, { id: `at-${id}`, class: "muted" }),
        editedAt && h("span", { class: "muted" }, strings.text("edited")),
        showsStatus && statusBadge(status, strings),
        shadowed && h("span", { class: "badge warn" }, strings.text("shadowed")),
        record(author, strings),
        this.#looking,
      ),
      threadLinks(this.#item, strings, thread),
    );
  }

  #answered(): HTMLElement | null {
    const { parent } = this.#item;
    if (!parent) return null;
    const { strings } = this.#events;
    return h(
      "details",
      { class: "answered" },
      h(
        "summary",
        {},
        strings.text("answerTo", { name: parent.authorName }),
        parent.status !== "approved" && statusBadge(parent.status, strings),
      ),
      h("div", { class: "prose", dir: "auto" }, build(parent.bodyNodes, document)),
    );
  }

  #body(): HTMLElement {
    const { body, bodyNodes } = this.#item;
    if (this.#unfolded === "source") {
      return h("pre", { class: "prose source", dir: "auto" }, body);
    }
    const text = h("div", { class: "prose text", dir: "auto" }, build(bodyNodes, document));
    for (const link of text.querySelectorAll("a")) link.target = "_blank";
    return text;
  }

  #timeline(): HTMLElement {
    const { strings } = this.#events;
    return h(
      "ol",
      { class: "timeline", "aria-label": strings.text("timeline") },
      ...this.#item.timeline.map((act) =>
        h(
          "li",
          {},
          h("span", { dir: "auto" }, actWords(act, strings)),
          h("span", { class: "muted small" }, when(act.at, strings)),
        )
      ),
    );
  }

  #overtakenLine(): HTMLElement {
    const { strings } = this.#events;
    const { status, by, at } = this.#overtaken!;
    return h(
      "p",
      { class: "overtaken" },
      h("strong", {}, strings.text("overtaken", { name: by, status: statusWord(status, strings) })),
      when(at, strings),
    );
  }
}

/** A comment in few words: who, and the beginning of what. */
export function summary({ author, body }: QueueItem): string {
  return `${author.name}: ${snippet(body)}`;
}
