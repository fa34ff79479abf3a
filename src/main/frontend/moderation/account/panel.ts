import type { ApiError } from "../../shared/api-error.ts";
import { type Child, h } from "../../shared/dom.ts";
import { failed, skeleton } from "../shell/states.ts";
import type { Door } from "./door.ts";
import { isDeclined, problemWords } from "./problem-words.ts";

let count = 0;

/** A part of a page under a heading of its own, with a place to say what came of what was done there. */
export class Panel {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  readonly #door: Door;
  readonly #body = h("div", { class: "stack" });
  readonly #notice = h("p", { class: "notice", hidden: true });

  constructor(door: Door, title: string, lead = "") {
    const id = `panel-${++count}`;
    this.#door = door;
    this.heading = h("h2", { id, tabindex: -1 }, title);
    this.element = h(
      "section",
      { class: "card stack", "aria-labelledby": id },
      h("div", {}, this.heading, lead && h("p", { class: "muted" }, lead)),
      this.#notice,
      this.#body,
    );
  }

  show(...content: Child[]): void {
    this.#body.replaceChildren(...content.filter((child) => !!child) as (Node | string)[]);
  }

  /** Shows what is asked for, or that it is on its way, or why it did not come. */
  async load<T>(ask: () => Promise<T>, show: (answer: T) => readonly Child[]): Promise<void> {
    const { signal, strings } = this.#door;
    if (!this.#body.hasChildNodes()) this.show(skeleton(1));
    this.element.ariaBusy = "true";
    try {
      const answer = await ask();
      if (!signal.aborted) this.show(...show(answer));
    } catch (error) {
      const again = () => void this.load(ask, show);
      if (!signal.aborted) this.show(failed(error as ApiError, strings, again));
    } finally {
      this.element.ariaBusy = null;
    }
  }

  /** Says it in the panel and aloud; the focus goes where the panel begins when what had it is gone. */
  tell(words: string, bad = false): void {
    this.#notice.className = bad ? "notice bad" : "notice";
    this.#notice.textContent = words;
    this.#notice.hidden = !words;
    if (words) this.#door.announce(words);
  }

  /** A button that does something on the server; while it does, a second press is none. `of` tells it from others with its label. */
  button(label: string, act: () => Promise<void>, of = "", kind = ""): HTMLButtonElement {
    const name = of && `${label}: \u2068${of}\u2069`;
    const button = h(
      "button",
      { type: "button", class: kind || null, "aria-label": name || null },
      label,
    );
    button.addEventListener("click", async () => {
      if (button.ariaDisabled) return;
      button.ariaDisabled = "true";
      await this.run(act);
      button.ariaDisabled = null;
      if (!button.isConnected && !this.#door.signal.aborted) this.#catchFocus();
    });
    return button;
  }

  async run(
    act: () => Promise<void>,
    words: (error: ApiError) => string | null = () => null,
  ): Promise<void> {
    this.tell("");
    try {
      await act();
    } catch (error) {
      if (this.#door.signal.aborted || isDeclined(error)) return;
      const known = words(error as ApiError);
      this.tell(known ?? problemWords(error as ApiError, this.#door.words), true);
    }
  }

  #catchFocus(): void {
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (nowhere) this.heading.focus();
  }
}
