import type { Storage } from "./storage.ts";

/** Who this browser is to one site of one server: an opaque token, made with the first post. */
export class Guest {
  readonly #storage: Storage;
  readonly #key: string;

  constructor(storage: Storage, server: string, site: string) {
    this.#storage = storage;
    this.#key = `token:${server}:${site}`;
  }

  get token(): string | null {
    return this.#storage.read(this.#key);
  }

  keep(token: string): void {
    this.#storage.write(this.#key, token);
  }

  forget(): void {
    this.#storage.remove(this.#key);
  }

  get name(): string {
    return this.#storage.read("name") ?? "";
  }

  set name(name: string) {
    this.#storage.write("name", name);
  }
}
