import type { QueuePlace } from "./queue-place.ts";
import { help } from "./help.ts";
import { isTyping, type KeyAct, keyAct } from "./keys.ts";

/** The keys of the queue, as long as they are switched on. */
export class Keyboard {
  readonly #place: QueuePlace;
  readonly #act: (act: KeyAct) => void;
  readonly #escape: () => void;

  constructor(place: QueuePlace, act: (act: KeyAct) => void, escape: () => void) {
    this.#place = place;
    this.#act = act;
    this.#escape = escape;
    const { signal } = place;
    document.addEventListener("keydown", (event) => this.#pressed(event), { signal });
  }

  /** Lists the keys, with the switch. */
  help(): void {
    const { strings, storage } = this.#place;
    help(strings, this.#isOn, (on) => storage.write("moderation:keys", on ? "on" : "off"));
  }

  get #isOn(): boolean {
    return this.#place.storage.read("moderation:keys") !== "off";
  }

  #pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (isTyping(event.target)) return;
    if (event.key === "Escape") return this.#escape();
    const act = this.#isOn ? keyAct(event) : null;
    if (!act) return;
    event.preventDefault();
    this.#act(act);
  }
}
