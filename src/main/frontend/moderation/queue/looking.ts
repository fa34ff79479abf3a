import type { Desk } from "../desk/desk.ts";

const PAUSE_MS = 700;
const AGAIN_MS = 40_000;

/** Tells the team which card this moderator has open, as long as the page is seen. */
export class Looking {
  readonly #desk: Desk;
  #comment: string | null = null;
  #timer = 0;

  constructor(desk: Desk, signal: AbortSignal) {
    this.#desk = desk;
    document.addEventListener("visibilitychange", () => this.#tell(), { signal });
    signal.addEventListener("abort", () => this.at(null));
  }

  at(comment: string | null): void {
    if (comment === this.#comment) return;
    this.#comment = comment;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), PAUSE_MS);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    const comment = document.hidden ? null : this.#comment;
    // Nothing depends on it: what could not be told now is told with the next card.
    this.#desk.ask("PUT", "looking", { body: { comment }, quiet: true }).catch(() => {});
    if (comment) this.#timer = setTimeout(() => this.#tell(), AGAIN_MS);
  }
}
