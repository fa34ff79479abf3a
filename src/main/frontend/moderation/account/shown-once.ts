import { h } from "../../shared/dom.ts";
import type { Door } from "./door.ts";

/** A value to be taken away, with a button that copies it. */
export function copyable(door: Door, id: string, label: string, value: string): HTMLElement {
  const shown = h("code", { id, class: "secret", dir: "ltr" }, value);
  const copy = copyButton(door, value, () => getSelection()?.selectAllChildren(shown));
  copy.setAttribute("aria-describedby", `${id}-label`);
  return h(
    "div",
    { class: "field" },
    h("p", { id: `${id}-label` }, label),
    h("div", { class: "line" }, shown, copy),
  );
}

/** `select` shows what is to be copied to whose browser does not let us. */
export function copyButton(door: Door, value: string, select: () => void): HTMLButtonElement {
  const { words, announce } = door;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      button.textContent = words.text("action.copied");
      announce(words.text("action.copied"));
    } catch {
      select();
      announce(words.text("action.copyByHand"));
    }
  };
  const button = h(
    "button",
    { type: "button", onclick: () => void copy() },
    words.text("action.copy"),
  );
  return button;
}
