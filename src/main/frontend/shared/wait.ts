import type { Strings } from "./i18n.ts";
import { STEPS } from "./time.ts";

/** How long is to be waited, in the largest unit that tells it, rounded up: “in 12 minutes”. */
export function inTime(seconds: number, { lang }: Pick<Strings, "lang">): string {
  const [unit, length] = STEPS.find(([, length]) => seconds >= 1.5 * length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat([lang, "en"]).format(Math.ceil(seconds / length), unit);
}

/** Tells each second how many are left; the last time that is 0. */
export function countDown(
  seconds: number,
  signal: AbortSignal,
  tell: (left: number) => void,
): void {
  const end = Date.now() + seconds * 1000;
  const timer = setInterval(() => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    tell(left);
    if (left === 0) clearInterval(timer);
  }, 1000);
  signal.addEventListener("abort", () => clearInterval(timer));
}
