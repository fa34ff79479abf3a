import type { QueueItem, Status } from "../desk/contract.ts";

const MOST = 100;

/** Something that was decided, and what undoing it brings back. */
export interface Done {
  /** As they were before. */
  readonly items: readonly QueueItem[];
  readonly status: Status;
  /** Which list it was decided on. */
  readonly list: string;
  /** Settles when the server has answered. */
  answered: Promise<void>;
}

/** The last decisions, the newest on top. */
export class UndoStack {
  /** Called when there is something else to undo. */
  changed: () => void = () => {};
  #entries: Done[] = [];

  get top(): Done | null {
    return this.#entries.at(-1) ?? null;
  }

  get size(): number {
    return this.#entries.length;
  }

  push(done: Done): void {
    this.#entries = [...this.#entries, done].slice(-MOST);
    this.changed();
  }

  pop(): Done | null {
    const done = this.#entries.pop() ?? null;
    this.changed();
    return done;
  }

  /** Takes out what did not come to be, or is somebody else's by now. */
  forget(ids: ReadonlySet<string>): void {
    this.#entries = this.#entries
      .map((done) => without(done, ids))
      .filter(({ items }) => items.length > 0);
    this.changed();
  }
}

function without(done: Done, ids: ReadonlySet<string>): Done {
  if (!done.items.some(({ id }) => ids.has(id))) return done;
  return { ...done, items: done.items.filter(({ id }) => !ids.has(id)) };
}
