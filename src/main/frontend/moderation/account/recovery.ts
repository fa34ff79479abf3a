import { h } from "../../shared/dom.ts";
import type { Door } from "./door.ts";
import { fileName, recoveryText } from "./recovery-text.ts";
import { copyButton } from "./shown-once.ts";

/** Recovery codes, shown once: to be copied, saved or printed. */
export function recoverySheet(
  door: Door,
  name: string,
  codes: readonly string[],
  kept: () => void,
): HTMLElement {
  const { words } = door;
  const title = words.text("recovery.file", { name, host: location.host });
  const text = recoveryText(title, codes);
  const list = h(
    "ol",
    { class: "codes", dir: "ltr" },
    ...codes.map((code) => h("li", {}, h("code", {}, code))),
  );
  const select = () => getSelection()?.selectAllChildren(list);
  return h(
    "div",
    { class: "stack recovery" },
    h("h3", { tabindex: -1 }, words.text("recovery.title")),
    h("p", {}, words.text("recovery.lead")),
    h("p", { class: "only-print" }, title),
    list,
    h(
      "div",
      { class: "buttons" },
      copyButton(door, text, select),
      h(
        "button",
        { type: "button", onclick: () => save(text, fileName(location.host, name)) },
        words.text("recovery.download"),
      ),
      h("button", { type: "button", onclick: () => print() }, words.text("recovery.print")),
      h("button", { type: "button", class: "primary", onclick: kept }, words.text("recovery.kept")),
    ),
  );
}

function save(text: string, file: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  h("a", { href, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
