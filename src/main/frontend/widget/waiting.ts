import { h } from "../shared/dom.ts";
import type { Strings } from "../shared/i18n.ts";

const SLOW_MS = 5_000;

/** Grey bars in the shape of comments; words come only when the wait is long, and only in the reader's language. */
export function waiting(strings: Promise<Strings>, signal: AbortSignal): HTMLElement {
  const words = h("p", { class: "muted" });
  const bars = [1, 2, 3].map(() => h("div", { class: "bar" }, h("i"), h("i"), h("i")));
  const element = h(
    "div",
    { class: "skeleton", part: "skeleton", "aria-busy": "true" },
    words,
    ...bars,
  );
  const timer = setTimeout(async () => {
    const known = await strings;
    element.lang = known.lang;
    element.dir = known.dir;
    words.textContent = known.text("slow");
  }, SLOW_MS);
  signal.addEventListener("abort", () => clearTimeout(timer));
  return element;
}
