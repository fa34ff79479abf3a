import { type Child, h } from "../../shared/dom.ts";

/** A row of a list: what it is, what is known of it, what can be done with it. */
export function item(
  title: readonly Child[],
  facts: readonly Child[],
  ...actions: Child[]
): HTMLElement {
  const known = facts.filter((fact) => !!fact);
  return h(
    "li",
    { class: "item" },
    h(
      "div",
      {},
      h("p", { class: "item-title" }, ...title),
      h("p", { class: "hint facts" }, ...known.map((fact) => h("span", {}, fact))),
    ),
    h("div", { class: "buttons" }, ...actions),
  );
}
