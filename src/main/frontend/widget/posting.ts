import { ApiError } from "../shared/api-error.ts";
import type { NewComment, Posted } from "../shared/contract.ts";
import type { Draft } from "./drafts.ts";
import type { Thread } from "./thread.ts";

/**
 * Posts under the draft's key and clears the draft when the server has the comment. A token the server does not know any more is
 * dropped, and the comment sent once more as a new guest's. Fails with an `ApiError`; the draft then stays.
 */
export async function post(comment: NewComment, draft: Draft, thread: Thread): Promise<Posted> {
  try {
    const key = draft.idempotencyKey();
    const posted = await thread.guest.act((token) => thread.api.post(comment, key, token));
    if (posted.viewer) thread.guest.keep(posted.viewer.token);
    draft.clear();
    return posted;
  } catch (error) {
    if (error instanceof ApiError && error.isRefusal) draft.refused();
    throw error;
  }
}
