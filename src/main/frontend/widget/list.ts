import type { Comment, CommentWithAncestors } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import { Branch } from "./branch.ts";
import { clampLong, CommentView, type Reply } from "./comment-view.ts";
import { commentInFragment } from "./page.ts";
import type { Thread } from "./thread.ts";

/** The comments of a thread, each in its place once, whichever answer brought it. */
export class CommentList {
  readonly element = h("ol", { class: "list", part: "list" });
  readonly #thread: Thread;
  readonly #onReply: Reply | null;
  readonly #views = new Map<string, CommentView>();
  readonly #branches = new Map<string, Branch>();

  constructor(thread: Thread, onReply: Reply | null) {
    this.#thread = thread;
    this.#onReply = onReply;
  }

  find(id: string): CommentView | undefined {
    return this.#views.get(id);
  }

  clear(): void {
    this.element.replaceChildren();
    this.#views.clear();
    this.#branches.clear();
  }

  addPage(roots: readonly Comment[]): void {
    for (const root of roots) {
      this.element.append(this.#view(root).element);
      this.#branch(root).add(root.replies ?? [], root.nextReplies ?? null);
    }
    clampLong(this.element);
  }

  /** Shows a comment that no loaded page holds, below its ancestors, as the first branch of the list. */
  addBranch(comment: CommentWithAncestors): CommentView {
    const root = comment.ancestors[0] ?? comment;
    const known = this.#views.has(root.id);
    const view = this.#view(root);
    if (!known) {
      this.element.prepend(view.element);
      this.#branch(root).incomplete();
    }
    for (const descendant of [...comment.ancestors, comment].slice(1)) this.addReply(descendant);
    clampLong(this.element);
    return this.find(comment.id) ?? view;
  }

  /** From now on the comment is known to be the viewer's. */
  own(id: string): void {
    this.#thread.own.add(id);
    this.find(id)?.own();
  }

  /** A comment that no page brings to its author: replies below what they answer, roots by their time. */
  addOwn(comment: Comment, oldestFirst: boolean): CommentView {
    const known = this.find(comment.id);
    if (known) return known;
    if (comment.parentId && this.#views.has(comment.parentId)) return this.addReply(comment);
    const view = this.#view(comment);
    const next = [...this.element.children].find(({ firstElementChild }) => {
      const root = this.find(commentInFragment(`#${firstElementChild?.id}`) ?? "")?.comment;
      return root && !root.pinned && root.createdAt > comment.createdAt === oldestFirst;
    });
    this.element.insertBefore(view.element, next ?? null);
    clampLong(this.element);
    return view;
  }

  /** A reply that is there already moves to the end: answers come in reading order. */
  addReply(reply: Comment): CommentView {
    const view = this.#view(reply);
    const parent = this.#views.get(reply.parentId ?? "") ?? this.#views.get(reply.rootId);
    if (parent && parent !== view) parent.addReply(view);
    this.#branches.get(reply.rootId)?.keepLast();
    return view;
  }

  #view(comment: Comment): CommentView {
    const known = this.#views.get(comment.id);
    if (known) return known;
    const answered = this.#views.get(comment.parentId ?? "")?.comment ?? null;
    const view = new CommentView(comment, this.#thread, answered, this.#onReply);
    this.#views.set(comment.id, view);
    return view;
  }

  #branch(root: Comment): Branch {
    const known = this.#branches.get(root.id);
    if (known) return known;
    const branch = new Branch(root, this.#thread, this);
    this.#branches.set(root.id, branch);
    return branch;
  }
}
