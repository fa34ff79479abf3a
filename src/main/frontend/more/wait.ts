import type { Strings } from "../shared/i18n.ts";
import { countDown as count, inTime } from "../shared/wait.ts";
import { english } from "./english.ts";

const DEFAULT_SECONDS = 10;

/** Says how long is to be waited. */
export function tooMany(seconds: number | null, strings: Strings): string {
  const when = inTime(seconds ?? DEFAULT_SECONDS, strings);
  return strings.of(english).text("tooMany", { when });
}

/** Keeps the words true until the wait is over; then they are empty. */
export function countDown(
  seconds: number,
  { strings, signal }: { readonly strings: Strings; readonly signal: AbortSignal },
  tell: (words: string) => void,
): void {
  count(seconds, signal, (left) => tell(left > 0 ? tooMany(left, strings) : ""));
}
