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

/** What to ask before a view is left that shows what is not shown again and nobody has taken away yet. */
export function unkept(view: HTMLElement, { words }: Pick<Door, "words">): string | null {
  return view.querySelector(".once") ? words.text("action.unkept") : null;
}

/** It is in somebody's hands now. */
export function kept(inside: HTMLElement): void {
  inside.closest(".once")?.classList.remove("once");
}

/** `select` shows what is to be copied to whose browser does not let us. */
export function copyButton(door: Door, value: string, select: () => void): HTMLButtonElement {
  const { words, announce } = door;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      kept(button);
      button.textContent = words.text("action.copied");
      announce(words.text("action.copied"));
    } catch {
      select();
      kept(button);
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
