import { h } from "../../shared/dom.ts";
import type { MakeView } from "../shell/view.ts";

/** The queue; `waiting` is told how many comments wait. */
export function queue(waiting: (count: number) => void): MakeView {
  return ({ strings }) => {
    const heading = h("h1", { tabindex: -1 }, strings.text("view.queue"));
    waiting(0);
    return { element: h("div", {}, heading), show: () => heading.focus(), close: () => {} };
  };
}
