import type { Place } from "../shell/view.ts";
import type { CardList } from "./card-list.ts";
import { refreshTimes } from "./pieces.ts";

const CLOCK_MS = 60_000;
/** The part of the window above the line that is read. */
const READ = 0.35;

/** Keeps what is shown in step with the clock and, where the card has no buttons of its own, the current card with what is read. */
export function keepUp({ signal, strings }: Place, shown: Element, list: () => CardList): void {
  const narrow = matchMedia("(max-width: 60rem)");
  const clock = setInterval(() => refreshTimes(shown, strings), CLOCK_MS);
  const follow = () => {
    if (narrow.matches) list().followScroll(innerHeight * READ);
  };
  signal.addEventListener("abort", () => clearInterval(clock));
  addEventListener("scroll", follow, { signal, passive: true });
}
