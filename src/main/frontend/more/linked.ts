import type { ApiError } from "../shared/api-error.ts";
import type { Comment, CommentWithAncestors } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import { build } from "../shared/nodes.ts";
import type { CommentList } from "../widget/list.ts";
import { quietButton } from "../widget/quiet-button.ts";
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
    if (comment.thread !== key || signal.aborted) return;
    list.addBranch(comment).highlight();
    for (const above of comment.ancestors) {
      if (above.bodyLeftOut) offerBody(above.id, list, thread);
    }
  } catch (error) {
    if (!signal.aborted && (error as ApiError).status === 404) say("gone", list, thread);
  }
}

/** Puts a button in the place of a text that did not come, unless a page had brought it before. */
function offerBody(id: string, list: CommentList, { api, signal, strings, announce }: Thread) {
  const article = list.find(id)?.article;
  const text = article?.querySelector(".body");
  if (!article || !text || text.hasChildNodes()) return;
  const load = async () => {
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    try {
      const { body } = await api.ask<Comment>(`comments/${id}?body=nodes`, { signal });
      text.replaceChildren(build(body, document));
      article.focus({ preventScroll: true });
    } catch {
      if (!signal.aborted) announce(strings.text("loadFailed"));
    } finally {
      button.ariaBusy = null;
    }
  };
  const button = quietButton(strings.text("readMore"), () => void load());
  text.append(button);
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
