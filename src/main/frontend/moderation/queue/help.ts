import { h } from "../../shared/dom.ts";
import { Dialog } from "../shell/dialog.ts";
import type { CoreStrings } from "../shell/view.ts";

const KEYS = [
  ["j", "k", "move"],
  ["a", "approve"],
  ["r", "reject"],
  ["s", "spam"],
  ["d", "delete"],
  ["u", "undo"],
  ["x", "select"],
  ["⇧ j", "⇧ k", "extend"],
  ["⇧ x", "range"],
  ["b", "ban"],
  ["c", "context"],
  ["o", "open"],
  ["/", "search"],
  ["1 … 7", "tabs"],
  ["?", "help"],
] as const;

/** Lists the keys, and switches them on and off. */
export function help(strings: CoreStrings, on: boolean, toggled: (on: boolean) => void): void {
  const onchange = (event: Event) => toggled((event.target as HTMLInputElement).checked);
  new Dialog(strings.text("keys"), strings).open(
    h(
      "label",
      { class: "choice" },
      h("input", { type: "checkbox", checked: on, autofocus: true, onchange }),
      h(
        "span",
        {},
        strings.text("keysOn"),
        h("span", { class: "hint block" }, strings.text("keysHint")),
      ),
    ),
    h(
      "dl",
      { class: "keys" },
      ...KEYS.map((line) => {
        const act = line.at(-1) as "move";
        return h(
          "div",
          {},
          h("dt", {}, ...line.slice(0, -1).map((key) => h("kbd", {}, key))),
          h("dd", {}, strings.text(`key.${act}`)),
        );
      }),
    ),
  );
}
