/**
 * The host page's storage under our prefix. Where a browser refuses storage (it may throw on mere access) a map takes its place
 * until the page is left.
 */
export class Storage {
  readonly #area: () => globalThis.Storage;
  readonly #fallback = new Map<string, string>();

  constructor(area: () => globalThis.Storage = () => localStorage) {
    this.#area = area;
  }

  read(key: string): string | null {
    try {
      return this.#area().getItem(prefixed(key)) ?? this.#fallback.get(key) ?? null;
    } catch {
      return this.#fallback.get(key) ?? null;
    }
  }

  write(key: string, value: string): void {
    try {
      this.#area().setItem(prefixed(key), value);
    } catch {
      this.#fallback.set(key, value);
    }
  }

  remove(key: string): void {
    this.#fallback.delete(key);
    try {
      this.#area().removeItem(prefixed(key));
    } catch {
      // Nothing was kept there.
    }
  }
}

const prefixed = (key: string): string => `causerie:${key}`;
