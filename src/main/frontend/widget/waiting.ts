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
    const { lang, dir, text } = await strings.then((s) => ({
      lang: s.lang,
      dir: s.dir,
      text: s.text("slow"),
    }));
    element.lang = lang;
    element.dir = dir;
    words.textContent = text;
  }, SLOW_MS);
  signal.addEventListener("abort", () => clearTimeout(timer));
  return element;
}
