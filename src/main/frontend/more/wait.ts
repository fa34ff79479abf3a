import type { Strings } from "../shared/i18n.ts";
import { STEPS } from "../shared/time.ts";
import { english } from "./english.ts";

const DEFAULT_SECONDS = 10;

/** Says how long is to be waited, in the largest unit that does, rounded up: “in 12 minutes”. */
export function tooMany(seconds: number | null, strings: Strings): string {
  const left = seconds ?? DEFAULT_SECONDS;
  const [unit, length] = STEPS.find(([, length]) => left >= 1.5 * length) ?? ["second", 1];
  const when = new Intl.RelativeTimeFormat([strings.lang, "en"])
    .format(Math.ceil(left / length), unit);
  return strings.of(english).text("tooMany", { when });
}

/** Keeps the words true until the wait is over; then they are empty. */
export function countDown(
  seconds: number,
  { strings, signal }: { readonly strings: Strings; readonly signal: AbortSignal },
  tell: (words: string) => void,
): void {
  const end = Date.now() + seconds * 1000;
  const timer = setInterval(() => {
    const left = Math.ceil((end - Date.now()) / 1000);
    tell(left > 0 ? tooMany(left, strings) : "");
    if (left <= 0) clearInterval(timer);
  }, 1000);
  signal.addEventListener("abort", () => clearInterval(timer));
}
