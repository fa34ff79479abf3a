import type { Comment } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import { clampLong } from "./comment-view.ts";
import type { CommentList } from "./list.ts";
import type { Thread } from "./thread.ts";

/** The replies below one root, and the button that brings more of them. */
export class Branch {
  readonly #root: Comment;
  readonly #thread: Thread;
  readonly #list: CommentList;
  readonly #button: HTMLButtonElement;
  readonly #brought = new Set<string>();
  #after: string | null = null;

  constructor(root: Comment, thread: Thread, list: CommentList) {
    this.#root = root;
    this.#thread = thread;
    this.#list = list;
    const onclick = () => void this.#more();
    this.#button = h("button", { type: "button", class: "quiet more", part: "more", onclick });
  }

  add(replies: readonly Comment[], after: string | null): void {
    for (const reply of replies) {
      this.#list.addReply(reply);
      if (reply.status === "approved") this.#brought.add(reply.id);
    }
    this.#after = after;
    if (after) this.#showButton();
    else this.#button.remove();
  }

  /** Only some of the branch is shown, and not from its start: the button asks for all of it. */
  incomplete(): void {
    if (this.#root.replyCount > 0) this.#showButton();
  }

  keepLast(): void {
    if (this.#button.isConnected) this.#showButton();
  }

  #showButton(): void {
    const missing = Math.max(1, this.#root.replyCount - this.#brought.size);
    this.#button.textContent = this.#thread.strings.plural("moreReplies", missing);
    this.#list.find(this.#root.id)?.element.append(this.#button);
  }

  async #more(): Promise<void> {
    const { api, signal, strings, announce } = this.#thread;
    if (this.#button.ariaBusy === "true") return;
    this.#button.ariaBusy = "true";
    try {
      const { comments, next } = await api.replies(this.#root.id, this.#after, signal);
      this.add(comments, next);
      clampLong(this.#list.element);
      this.#list.find(comments[0]?.id ?? "")?.article.focus();
    } catch {
      if (signal.aborted) return;
      this.#button.textContent = `${strings.text("repliesFailed")} ${strings.text("retry")}`;
      announce(strings.text("repliesFailed"));
    } finally {
      this.#button.ariaBusy = null;
    }
  }
}
