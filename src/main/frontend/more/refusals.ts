import type { ApiError } from "../shared/api-error.ts";
import type { Strings } from "../shared/i18n.ts";
import { postProblem } from "../shared/problem-words.ts";
import { exact } from "../shared/time.ts";
import type { Thread } from "../widget/thread.ts";
import { english } from "./english.ts";
import { tooMany } from "./wait.ts";

/** What a reader is told about a comment or a report that did not get through. */
export async function refusal(error: ApiError, thread: Thread): Promise<string> {
  const { code, detail, retryAfter } = error;
  const core = thread.strings;
  const strings = core.of(english);
  if (code === "too_many_requests") return tooMany(retryAfter, core);
  if (code === "forbidden" && detail) {
    return strings.text("banned", { detail: withLocalTimes(detail, core) });
  }
  if (code === "unavailable") return `${strings.text(code)} ${core.text("kept")}`;
  if (code === "unreachable" && await isReadable(thread)) {
    return `${strings.text("originRefused", { origin: location.origin })} ${core.text("kept")}`;
  }
  const known = REFUSALS[code as keyof typeof REFUSALS];
  return known ? strings.text(known) : postProblem(error, core);
}

/** A browser hides a refused origin as a network failure; if reading works, the origin is the likeliest cause. */
function isReadable({ api, key }: Thread): Promise<boolean> {
  return api.counts([key]).then(() => true, () => false);
}

const REFUSALS = {
  invalid: "invalid",
  unauthenticated: "forbidden",
  forbidden: "forbidden",
  not_found: "notFound",
  conflict: "conflict",
  thread_closed: "threadClosed",
  parent_gone: "parentGone",
  idempotency_mismatch: "mismatch",
  too_large: "tooLarge",
} as const;

/** What the site's owner is told when the server does not know the site. */
export function unknownSite(site: string, core: Strings): string {
  return core.of(english).text("siteUnknown", { site });
}

function withLocalTimes(text: string, strings: Strings): string {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) => exact(new Date(time), strings));
}
