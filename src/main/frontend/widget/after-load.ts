import { ApiError } from "../shared/api-error.ts";
import type { CommentList } from "./list.ts";
import { more } from "./more.ts";
import { linkedComment, stampOf } from "./page.ts";
import type { Thread } from "./thread.ts";
import type { ThreadView } from "./thread-view.ts";

/** Goes to the comment the page's address names, now and whenever the fragment changes. */
export function followFragment(list: CommentList, key: string, thread: Thread): void {
  const go = () => void goTo(linkedComment(), list, key, thread);
  addEventListener("hashchange", go, { signal: thread.signal });
  go();
}

/** A link to a comment that is not loaded leads there by way of the server; failing is quiet, as the thread is there. */
async function goTo(
  id: string | null,
  list: CommentList,
  key: string,
  thread: Thread,
): Promise<void> {
  if (!id) return;
  const stamp = stampOf(id);
  const view = list.find(id);
  if (view && !stamp) return view.highlight();
  const here = { ...thread, key };
  await more()
    .then(({ fetchLinked, look }) =>
      stamp ? look(id, stamp, list, here) : fetchLinked(id, list, here)
    )
    .catch(() => view?.highlight());
}

/** Shows a known guest what only they see, and what is theirs. Without it the thread is complete for everybody else, so failing is quiet. */
export async function loadOwn(view: ThreadView, thread: Thread): Promise<void> {
  const { api, guest, key, signal } = thread;
  const { token } = guest;
  if (!token) return;
  try {
    view.addOwn(await api.me(key, token, signal));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) guest.forget();
  }
}
