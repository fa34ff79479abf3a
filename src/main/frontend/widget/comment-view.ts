import type { Comment } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import { build } from "../shared/nodes.ts";
import { exact, relative } from "../shared/time.ts";
import { permalink } from "./page.ts";
import { quietButton } from "./quiet-button.ts";
import { ReportButton } from "./report-button.ts";
import type { Thread } from "./thread.ts";

/** Deeper replies are not indented further; they name whom they answer instead. */
const DEEPEST_INDENT = 5;

/** One comment: `li > article`, and below the article the list of its replies. */
export class CommentView {
  readonly comment: Comment;
  readonly element: HTMLLIElement;
  readonly article: HTMLElement;
  readonly #replyButton: HTMLButtonElement | null;
  readonly #report: HTMLElement | null;
  #replies: HTMLOListElement | null = null;

  /** `onReply` is null where nobody can answer: in a closed thread. */
  constructor(comment: Comment, thread: Thread, answered: Comment | null, onReply: Reply | null) {
    const { id, author, status } = comment;
    const isPublic = author && status === "approved";
    this.comment = comment;
    this.#replyButton = isPublic && onReply
      ? replyButton(author.name, thread, () => onReply(this))
      : null;
    this.#report = isPublic && !thread.own.has(id)
      ? new ReportButton(comment, thread).element
      : null;
    this.article = h(
      "article",
      {
        id: `causerie-${id}`,
        part: "comment",
        tabindex: -1,
        class: status,
        "aria-labelledby": `by-${id} at-${id}`,
      },
      meta(comment, thread, answered),
      author ? body(comment, thread) : null,
      status === "pending" &&
        h("p", { part: "badge", class: "badge" }, thread.strings.text("pending")),
      isPublic && h("div", { class: "actions", part: "actions" }, this.#replyButton, this.#report),
    );
    this.element = h("li", { "data-depth": Math.min(comment.depth, DEEPEST_INDENT) }, this.article);
  }

  addReply(reply: CommentView): void {
    const depth = Math.min(this.comment.depth + 1, DEEPEST_INDENT);
    this.#replies ??= h("ol", { class: "replies", part: "replies", "data-depth": depth });
    if (!this.#replies.parentNode) this.element.append(this.#replies);
    this.#replies.append(reply.element);
  }

  /** Nobody reports what they wrote themselves. */
  own(): void {
    this.#report?.remove();
  }

  showComposer(form: HTMLElement): void {
    this.article.after(form);
    this.#replyButton?.setAttribute("aria-expanded", "true");
  }

  composerClosed(): void {
    this.#replyButton?.setAttribute("aria-expanded", "false");
    this.#replyButton?.focus();
  }

  focus(): void {
    this.article.focus({ preventScroll: true });
    this.article.scrollIntoView({ block: "start" });
  }

  highlight(): void {
    this.article.classList.add("target");
    this.focus();
  }
}

export type Reply = (to: CommentView) => void;

function meta(comment: Comment, { strings }: Thread, answered: Comment | null): HTMLElement {
  const { id, author } = comment;
  const time = new Date(comment.createdAt);
  const label = author
    ? h("bdi", { id: `by-${id}`, class: "author", part: "author" }, author.name)
    : h("span", { id: `by-${id}`, class: "muted" }, strings.text("removed"));
  const when = h(
    "time",
    { id: `at-${id}`, part: "time", datetime: comment.createdAt, title: exact(time, strings) },
    relative(time, new Date(), strings),
  );
  const to = comment.depth > 2 && answered?.author;
  return h(
    "header",
    { class: "meta" },
    label,
    to && h("span", { class: "muted to" }, strings.text("inReplyTo", { name: to.name })),
    comment.status === "pending" ? when : h("a", { href: permalink(id) }, when),
    editMark(comment, strings),
    author && comment.pinned &&
      h("span", { class: "badge", part: "badge" }, strings.text("pinned")),
  );
}

function editMark({ editedAt }: Comment, strings: Thread["strings"]): HTMLElement | null {
  if (!editedAt) return null;
  return h(
    "span",
    { class: "muted", title: exact(new Date(editedAt), strings) },
    strings.text("edited"),
  );
}

function body(comment: Comment, { strings }: Thread): HTMLElement {
  const text = h(
    "div",
    { class: "body", part: "body", dir: "auto" },
    build(comment.body, document),
  );
  return h("div", {}, text, moreButton(text, strings.text("readMore")));
}

/** Hidden until `clampLong` finds the text to be too long; what gets focus inside a clamped text opens it, too. */
function moreButton(text: HTMLElement, label: string): HTMLButtonElement {
  const open = () => {
    text.classList.remove("clamped");
    button.hidden = true;
  };
  const opened = () => {
    open();
    text.closest("article")?.focus({ preventScroll: true });
  };
  const button = quietButton(label, opened, { hidden: true });
  text.addEventListener("focusin", open);
  return button;
}

function replyButton(name: string, { strings }: Thread, onclick: () => void): HTMLButtonElement {
  return quietButton(strings.text("reply"), onclick, {
    "aria-label": strings.text("replyTo", { name }),
    "aria-expanded": "false",
  });
}

/** Folds the texts that are well over the limit of the style sheet. All are measured first, so that layout happens once. */
export function clampLong(list: HTMLElement): void {
  if (!list.isConnected) return;
  const bodies = [...list.querySelectorAll<HTMLElement>(".body:not(.seen)")];
  const long = bodies.filter((text) => {
    const line = Number.parseFloat(getComputedStyle(text).lineHeight) || 24;
    return text.scrollHeight > 24 * line;
  });
  for (const text of bodies) text.classList.add("seen");
  for (const text of long) {
    text.classList.add("clamped");
    (text.nextElementSibling as HTMLButtonElement).hidden = false;
  }
}
