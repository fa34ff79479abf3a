import type { ApiError } from "../shared/api-error.ts";
import type { CommentWithAncestors } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import type { CommentList } from "../widget/list.ts";
import type { Thread } from "../widget/thread.ts";
import { english } from "./english.ts";

/**
 * Shows the comment that a link leads to and that no loaded page holds, or says that it is gone. A comment of another thread is
 * none of ours: with several on a page, the other one shows it.
 */
export async function fetchLinked(id: string, list: CommentList, thread: Thread): Promise<void> {
  const { api, key, signal } = thread;
  try {
    const path = `comments/${encodeURIComponent(id)}?body=nodes`;
    const comment = await api.ask<CommentWithAncestors>(path, { signal });
    if (comment.thread === key && !signal.aborted) list.addBranch(comment).highlight();
  } catch (error) {
    if (!signal.aborted && (error as ApiError).status === 404) say("gone", list, thread);
  }
}

/** Says above the comments why the one that a link leads to is not among them. */
export function say(
  key: "gone" | "lookEnded" | "lookFailed",
  list: CommentList,
  { strings, announce }: Thread,
): void {
  const words = strings.of(english).text(key);
  list.element.before(h("p", { class: "notice", part: "notice" }, words));
  announce(words);
}
