import { relative } from "../shared/time.ts";
import type { Thread } from "./thread.ts";

const MINUTE_MS = 60_000;

/** Once a minute every relative time is made true again; nothing else is touched. */
export function keepTimes(content: HTMLElement, { strings, signal }: Thread): void {
  const timer = setInterval(() => {
    const now = new Date();
    for (const time of content.querySelectorAll("time")) {
      const words = relative(new Date(time.dateTime), now, strings);
      if (time.textContent !== words) time.textContent = words;
    }
  }, MINUTE_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
}
