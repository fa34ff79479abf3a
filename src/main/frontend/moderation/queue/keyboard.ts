import type { Status } from "../desk/contract.ts";
import type { BarEvents } from "./bars.ts";
import { help } from "./help.ts";
import { isTyping, type KeyAct, keyAct } from "./keys.ts";
import type { QueuePlace } from "./queue-place.ts";

/** What the keys can ask of the queue, besides what the bars can. */
export interface KeyEvents extends BarEvents {
  move(by: number): void;
  extendBy(by: number): void;
  search(): void;
  /** By its place, from 1 on. */
  tab(at: number): void;
}

/** The keys of the queue, as long as they are switched on. */
export class Keyboard {
  readonly #place: QueuePlace;
  readonly #events: KeyEvents;

  constructor(place: QueuePlace, events: KeyEvents) {
    this.#place = place;
    this.#events = events;
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
    if (event.key === "Escape") return this.#events.clear();
    const act = this.#isOn ? keyAct(event) : null;
    if (!act) return;
    event.preventDefault();
    this.#act(act);
  }

  #act(act: KeyAct): void {
    const { move, extendBy, extend, select, undo, ban, context, open, search, tab, decide } =
      this.#events;
    if (act.startsWith("tab")) return tab(Number(act.slice(3)));
    const own: Partial<Record<KeyAct, () => void>> = {
      next: () => move(1),
      previous: () => move(-1),
      extendNext: () => extendBy(1),
      extendPrevious: () => extendBy(-1),
      extend,
      select,
      undo,
      ban,
      context,
      open,
      search,
      help: () => this.help(),
    };
    if (own[act]) own[act]();
    else decide(act as Status);
  }
}
