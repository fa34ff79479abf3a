import { h } from "../../shared/dom.ts";
import type { Door } from "./door.ts";
import { fileName, recoveryText } from "./recovery-text.ts";
import { copyButton, kept } from "./shown-once.ts";

/** Recovery codes, shown once: to be copied, saved or printed. */
export function recoverySheet(
  door: Door,
  name: string,
  codes: readonly string[],
  done: () => void,
): HTMLElement {
  const { words } = door;
  const title = words.text("recovery.file", { name, host: location.host });
  const text = recoveryText(title, codes);
  const list = h(
    "ol",
    { class: "codes", dir: "ltr" },
    ...codes.map((code) => h("li", {}, h("code", {}, code))),
  );
  const save = () => {
    download(text, fileName(location.host, name));
    kept(list);
  };
  const paper = () => {
    print();
    kept(list);
  };
  const select = () => getSelection()?.selectAllChildren(list);
  return h(
    "div",
    { class: "stack recovery once" },
    h("h3", { tabindex: -1 }, words.text("recovery.title")),
    h("p", {}, words.text("recovery.lead")),
    h("p", { class: "only-print" }, title),
    list,
    h(
      "div",
      { class: "buttons" },
      copyButton(door, text, select),
      h("button", { type: "button", onclick: save }, words.text("recovery.download")),
      h("button", { type: "button", onclick: paper }, words.text("recovery.print")),
      h("button", { type: "button", class: "primary", onclick: done }, words.text("recovery.kept")),
    ),
  );
}

function download(text: string, file: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  h("a", { href, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
