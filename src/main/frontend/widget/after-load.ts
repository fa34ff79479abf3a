import { ApiError } from "../shared/api-error.ts";
import { h } from "../shared/dom.ts";
import type { CommentList } from "./list.ts";
import { commentInFragment } from "./page.ts";
import type { Thread } from "./thread.ts";
import type { ThreadView } from "./thread-view.ts";

/** Goes to the comment the page's address names, now and whenever the fragment changes. */
export function followFragment(list: CommentList, thread: Thread): void {
  const go = () => void goTo(commentInFragment(location.hash), list, thread);
  addEventListener("hashchange", go, { signal: thread.signal });
  go();
}

async function goTo(id: string | null, list: CommentList, thread: Thread): Promise<void> {
  if (!id) return;
  const { api, signal, strings, announce } = thread;
  try {
    const view = list.find(id) ?? list.addBranch(await api.comment(id, signal));
    if (!signal.aborted) view.highlight();
  } catch (error) {
    if (signal.aborted || !(error instanceof ApiError) || error.status !== 404) return;
    const words = strings.text("gone");
    list.element.before(h("p", { class: "notice", part: "notice" }, words));
    announce(words);
  }
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
