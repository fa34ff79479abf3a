import { type Child, h } from "../../shared/dom.ts";
import type { CoreStrings } from "./view.ts";

/** A modal dialog with a heading. Escape and a press beside it close it; then it is gone, and the focus back where it was. */
export class Dialog {
  readonly element: HTMLDialogElement;
  readonly #closed: () => void;

  constructor(title: string, strings: CoreStrings, closed: () => void = () => {}) {
    this.#closed = closed;
    this.element = h(
      "dialog",
      {
        // Not by an id: each bundle has this module to itself, and would count from one.
        "aria-label": title,
        lang: strings.lang,
        dir: strings.dir,
        onclose: () => this.#gone(),
        onpointerdown: (event: PointerEvent) => {
          if (event.target === this.element) this.close();
        },
      },
      h(
        "header",
        { class: "dialog-head" },
        h("h2", {}, title),
        h(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": strings.text("close"),
            onclick: () => this.close(),
          },
          "✕",
        ),
      ),
    );
  }

  /** Shows it with this below the heading; what has `autofocus` gets the focus. */
  open(...content: Child[]): this {
    this.element.append(h("div", { class: "dialog-body" }, ...content));
    document.body.append(this.element);
    this.element.showModal();
    return this;
  }

  close(): void {
    this.element.close();
  }

  #gone(): void {
    this.element.remove();
    this.#closed();
  }
}

/** Asks; closing the dialog is a no. */
export function confirm(question: string, yes: string, strings: CoreStrings): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = false;
    const dialog = new Dialog(question, strings, () => resolve(answer));
    const accept = () => {
      answer = true;
      dialog.close();
    };
    dialog.element.classList.add("narrow");
    dialog.open(
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "button", class: "primary", autofocus: true, onclick: accept }, yes),
        h("button", { type: "button", onclick: () => dialog.close() }, strings.text("cancel")),
      ),
    );
  });
}
