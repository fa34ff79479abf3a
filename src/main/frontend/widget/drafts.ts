import type { Storage } from "../shared/storage.ts";

interface Kept {
  readonly text: string;
  readonly idempotencyKey?: string;
}

/** What was typed under one parent of one thread and is not known to be stored by the server yet. */
export class Draft {
  readonly #storage: Storage;
  readonly #place: string;

  constructor(storage: Storage, thread: string, parentId: string | null) {
    this.#storage = storage;
    this.#place = `draft:${thread}:${parentId ?? ""}`;
  }

  get text(): string {
    return this.#read().text;
  }

  set text(text: string) {
    const { idempotencyKey } = this.#read();
    if (text || idempotencyKey) this.#write({ text, idempotencyKey });
    else this.clear();
  }

  /** The same key until an answer is definite: a retry after a broken connection must not post twice. */
  idempotencyKey(random: () => string = randomKey): string {
    const { text, idempotencyKey = random() } = this.#read();
    this.#write({ text, idempotencyKey });
    return idempotencyKey;
  }

  /** The server has surely not kept what was sent under the key; what is sent next is something new. */
  refused(): void {
    this.#write({ text: this.text });
  }

  clear(): void {
    this.#storage.remove(this.#place);
  }

  #read(): Kept {
    try {
      const kept = JSON.parse(this.#storage.read(this.#place) ?? "");
      return typeof kept.text === "string" ? kept : { text: "" };
    } catch {
      return { text: "" };
    }
  }

  #write(kept: Kept): void {
    this.#storage.write(this.#place, JSON.stringify(kept));
  }
}

/** `crypto.randomUUID` does not exist on pages served over plain http. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
