import { h } from "../../shared/dom.ts";
import { icon } from "../shell/icons.ts";
import type { Session } from "../shell/view.ts";
import type { Door } from "./door.ts";
import { obstacle } from "./passkey-place.ts";
import {
  choosePasskey,
  type Chosen,
  obstacleNote,
  offersInList,
  passkeyWords,
} from "./passkeys.ts";

/** Lets in who has a passkey, by a button or by the browser's list under the name. */
export class PasskeyButton {
  readonly element: HTMLElement;
  readonly #door: Door;
  readonly #path: string;
  readonly #done: (session: Session) => void;
  readonly #button: HTMLButtonElement;
  readonly #problem = h("p", { class: "error", hidden: true });
  #offer = new AbortController();

  constructor(door: Door, path: string, label: string, done: (session: Session) => void) {
    this.#door = door;
    this.#path = `${path}/passkey`;
    this.#done = done;
    this.#button = h(
      "button",
      { type: "button", onclick: () => this.#use() },
      icon("tokens"),
      label,
    );
    const why = obstacle();
    const content = why ? [obstacleNote(why, door.words)] : [this.#button, this.#problem];
    this.element = h("div", { class: "passkey" }, ...content);
    door.signal.addEventListener("abort", () => this.#offer.abort());
  }

  focus(): void {
    this.#button.focus();
  }

  /** Offers them in the list under the name. Nobody has asked for it, so until one is chosen no failure is told. */
  async wait(): Promise<void> {
    this.#offer.abort();
    this.#offer = new AbortController();
    const { signal } = this.#offer;
    if (!await offersInList() || this.#door.signal.aborted) return;
    const use = { signal, mediation: "conditional" } as const;
    const chosen = await choosePasskey(this.#door, this.#path, use).catch(() => null);
    if (!chosen || await this.#show(chosen)) return;
    void this.wait();
  }

  /** The browser does one at a time: the list is given up for the button. */
  async #use(): Promise<void> {
    if (this.#button.ariaDisabled) return;
    this.#offer.abort();
    this.#tell("");
    this.#button.ariaDisabled = "true";
    try {
      const { signal } = this.#door;
      await this.#show(await choosePasskey(this.#door, this.#path, { signal }));
    } catch (error) {
      if (!this.#door.signal.aborted) this.#tell(passkeyWords(error, this.#door.words));
    } finally {
      this.#button.ariaDisabled = null;
    }
  }

  /** Whether the server let them in. */
  async #show(chosen: Chosen): Promise<boolean> {
    try {
      this.#done(await this.#door.call<Session>("POST", this.#path, chosen));
      return true;
    } catch (error) {
      if (!this.#door.signal.aborted) this.#tell(passkeyWords(error, this.#door.words));
      return false;
    }
  }

  #tell(words: string): void {
    this.#problem.textContent = words;
    this.#problem.hidden = !words;
    if (words) this.#door.announce(words);
  }
}
