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
    const posted = await send(comment, draft.idempotencyKey(), thread);
    if (posted.viewer) thread.guest.keep(posted.viewer.token);
    draft.clear();
    return posted;
  } catch (error) {
    if (error instanceof ApiError && error.isRefusal) draft.refused();
    throw await originRefusal(error, thread);
  }
}

async function send(comment: NewComment, key: string, { api, guest }: Thread): Promise<Posted> {
  const { token } = guest;
  try {
    return await api.post(comment, key, token);
  } catch (error) {
    if (!token || !(error instanceof ApiError) || error.status !== 401) throw error;
    guest.forget();
    return api.post(comment, key, null);
  }
}

/** A browser hides a refused origin as a network failure; if reading works, the origin is the likeliest cause. */
async function originRefusal(error: unknown, { api, key }: Thread): Promise<unknown> {
  if (!(error instanceof ApiError) || error.code !== "unreachable") return error;
  const readable = await api.counts([key]).then(() => true, () => false);
  return readable ? new ApiError(0, "origin") : error;
}
