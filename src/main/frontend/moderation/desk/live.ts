import type { Status, Totals } from "./contract.ts";
import type { Desk } from "./desk.ts";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

export interface LiveEvents {
  totals(totals: Totals): void;
  arrived(id: string, status: Status): void;
  decided(change: Decided): void;
  flagged(id: string): void;
  looking(who: readonly Looker[]): void;
  /** The stream is there (again), or has gone. Nothing is repeated: after a gap things have to be asked for. */
  connected(is: boolean): void;
}

/** Somebody else who has a comment open. */
export interface Looker {
  readonly comment: string;
  readonly name: string;
}

export interface Decided {
  readonly id: string;
  readonly status: Status;
  readonly by: string;
  readonly at: string;
}

/** What happens on the site, as it happens. A lost stream is opened again, after ever longer waits. */
export class Live {
  readonly #desk: Desk;
  readonly #events: LiveEvents;
  readonly #signal: AbortSignal;
  #source: EventSource | null = null;
  #wait = FIRST_WAIT_MS;
  #timer = 0;

  constructor(desk: Desk, events: LiveEvents, signal: AbortSignal) {
    this.#desk = desk;
    this.#events = events;
    this.#signal = signal;
    signal.addEventListener("abort", () => this.#close());
    addEventListener("online", () => this.#soon(0), { signal });
    this.#open();
  }

  /** The service has answered: a lost stream need not wait any longer. */
  answered(): void {
    if (!this.#source) this.#open();
  }

  #open(): void {
    this.#close();
    if (this.#signal.aborted) return;
    const source = new EventSource(this.#desk.address("live"));
    this.#source = source;
    source.onerror = () => this.#lost();
    source.onopen = () => {
      this.#wait = FIRST_WAIT_MS;
      this.#events.connected(true);
    };
    this.#on<{ totals: Totals }>("totals", ({ totals }) => this.#events.totals(totals));
    this.#on<{ id: string; status: Status }>(
      "arrived",
      ({ id, status }) => this.#events.arrived(id, status),
    );
    this.#on<Decided>("decided", (change) => this.#events.decided(change));
    this.#on<{ id: string }>("flagged", ({ id }) => this.#events.flagged(id));
    this.#on<{ who: Looker[] }>("looking", ({ who }) => this.#events.looking(who));
  }

  #on<T>(name: string, act: (data: T) => void): void {
    this.#source?.addEventListener(name, ({ data }) => act(JSON.parse(data)));
  }

  /** A first failure may be a moment's: it is told with the second. */
  #lost(): void {
    this.#close();
    if (this.#wait > FIRST_WAIT_MS) this.#events.connected(false);
    // Not all at once when a service comes back.
    this.#soon(this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#source) return;
    this.#timer = setTimeout(() => this.#open(), ms);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }
}
