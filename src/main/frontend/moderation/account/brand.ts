import { h } from "../../shared/dom.ts";
import { icon } from "../shell/icons.ts";

/** Says whose door it is. */
export function brand(): HTMLElement {
  return h("p", { class: "brand" }, icon("mark"), h("span", {}, "Causerie"));
}
