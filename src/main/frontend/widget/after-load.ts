import { ApiError } from "../shared/api-error.ts";
import { h } from "../shared/dom.ts";
import type { CommentList } from "./list.ts";
import { commentInFragment } from "./page.ts";
import type { Thread } from "./thread.ts";
import type { ThreadView } from "./thread-view.ts";

/** Goes to the comment the page's address names, now and whenever the fragment changes. */
export function followFragment(list: CommentList, key: string, thread: Thread): void {
  const go = () => void goTo(commentInFragment(location.hash), list, key, thread);
  addEventListener("hashchange", go, { signal: thread.signal });
  go();
}

async function goTo(
  id: string | null,
  list: CommentList,
  key: string,
  thread: Thread,
): Promise<void> {
  if (!id) return;
  const { signal, strings, announce } = thread;
  try {
    const view = list.find(id) ?? await fetchInto(list, id, key, thread);
    if (!signal.aborted) view?.highlight();
  } catch (error) {
    if (signal.aborted || !(error instanceof ApiError) || error.status !== 404) return;
    const words = strings.text("gone");
    list.element.before(h("p", { class: "notice", part: "notice" }, words));
    announce(words);
  }
}

/** Nothing when the comment is of another thread: with several on a page, the other one shows it. */
async function fetchInto(list: CommentList, id: string, key: string, { api, signal }: Thread) {
  const comment = await api.comment(id, signal);
  return comment.thread === key && !signal.aborted ? list.addBranch(comment) : null;
}

/** Shows a known guest what still waits for review. Without it the thread is complete for everybody else, so failing is quiet. */
export async function loadPending(view: ThreadView, thread: Thread): Promise<void> {
  const { api, guest, key, signal } = thread;
  const { token } = guest;
  if (!token) return;
  try {
    view.addPending((await api.me(key, token, signal)).pending);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) guest.forget();
  }
}
