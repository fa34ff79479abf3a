import { h } from "../shared/dom.ts";

/** A button that looks like text until it is pointed at. */
export function quietButton(
  label: string,
  onclick: () => void,
  more: Parameters<typeof h>[1] = {},
): HTMLButtonElement {
  return h("button", { type: "button", class: "quiet", part: "action", onclick, ...more }, label);
}
