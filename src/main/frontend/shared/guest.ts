import type { ApiError } from "./api-error.ts";
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

  /** Does what takes a token; where the server does not know the token any more, once more as somebody new. */
  async act<T>(attempt: (token: string | null) => Promise<T>): Promise<T> {
    const { token } = this;
    try {
      return await attempt(token);
    } catch (error) {
      if (!token || (error as ApiError).status !== 401) throw error;
      this.forget();
      return attempt(null);
    }
  }

  get name(): string {
    return this.#storage.read("name") ?? "";
  }

  set name(name: string) {
    this.#storage.write("name", name);
  }
}
