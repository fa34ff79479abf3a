import { h } from "../../shared/dom.ts";
import type { CoreStrings, ToastAction } from "./view.ts";

const TOAST_MS = 10_000;

/** The one `role=status` of the page, and the toast above its lower edge. */
export class Notices {
  readonly element: HTMLElement;
  readonly #status = h("p", { class: "apart", role: "status" });
  readonly #toasts: HTMLElement;
  readonly #strings: CoreStrings;
  #timer = 0;
  #held = false;

  constructor(strings: CoreStrings) {
    this.#strings = strings;
    this.#toasts = h("section", {
      class: "toasts",
      "aria-label": strings.text("moderation"),
      onpointerenter: () => this.#held = true,
      onpointerleave: () => this.#release(),
      onfocusin: () => this.#held = true,
      onfocusout: () => this.#release(),
    });
    this.element = h("div", {}, this.#status, this.#toasts);
  }

  announce(words: string): void {
    // The same words once more would not be a change, and so not be said.
    this.#status.textContent = this.#status.textContent === words ? `${words}\u00a0` : words;
  }

  toast(words: string, action?: ToastAction): void {
    this.#toasts.replaceChildren(
      h(
        "div",
        { class: "toast" },
        h("p", {}, words),
        action &&
          h(
            "button",
            { type: "button", class: "toast-action", onclick: () => this.#act(action) },
            action.label,
          ),
        h(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": this.#strings.text("dismiss"),
            onclick: () => this.clear(),
          },
          "✕",
        ),
      ),
    );
    this.announce(words);
    this.#release();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#held = false;
    this.#toasts.replaceChildren();
  }

  #act(action: ToastAction): void {
    this.clear();
    action.act();
  }

  #release(): void {
    this.#held = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#held || this.clear(), TOAST_MS);
  }
}
