import type { QueueItem, QueuePage } from "../desk/contract.ts";

const PAUSE_MS = 1_000;

/** Comments that came since the list was loaded: kept ready, and shown when the moderator wants them. */
export class Arrivals {
  readonly #ask: () => Promise<QueuePage>;
  readonly #isKnown: (id: string) => boolean;
  readonly #changed: (count: number) => void;
  readonly #waiting = new Map<string, QueueItem>();
  #timer = 0;

  constructor(
    ask: () => Promise<QueuePage>,
    isKnown: (id: string) => boolean,
    changed: (count: number) => void,
  ) {
    this.#ask = ask;
    this.#isKnown = isKnown;
    this.#changed = changed;
  }

  /** Something may have come. Asks once for all that comes in a while. */
  look(): void {
    this.#timer ||= setTimeout(() => void this.#load(), PAUSE_MS);
  }

  /** It is decided: nobody has to see it any more. */
  drop(id: string): void {
    if (this.#waiting.delete(id)) this.#changed(this.#waiting.size);
  }

  take(): QueueItem[] {
    const items = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#changed(0);
    return items;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = -1;
  }

  async #load(): Promise<void> {
    const page = await this.#ask().catch(() => null);
    if (this.#timer < 0) return;
    this.#timer = 0;
    for (const item of page?.comments ?? []) {
      if (!this.#isKnown(item.id)) this.#waiting.set(item.id, item);
    }
    this.#changed(this.#waiting.size);
  }
}
