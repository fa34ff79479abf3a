import { type Asked, type Method, request, search } from "./request.ts";

/** Makes a call again when its session had ended and somebody signed in anew. */
export type Reentry = <T>(act: () => Promise<T>) => Promise<T>;

/** One site of the team, asked by cookie. */
export class Desk {
  readonly site: string;
  readonly #reentry: Reentry;

  constructor(site: string, reentry: Reentry) {
    this.site = site;
    this.#reentry = reentry;
  }

  /** `path` is below the moderation of the site. Fails with an `ApiError`; an ended session asks to sign in, and asks again after it. */
  ask<T>(method: Method, path: string, asked: Asked = {}): Promise<T> {
    const act = () => request<T>(method, this.#below(path), asked);
    return asked.quiet ? act() : this.#reentry(act);
  }

  /** The address of something to be opened by the browser itself: a stream, a file. */
  address(path: string, asked: Pick<Asked, "query"> = {}): string {
    return `/api/v1/${this.#below(path)}${search(asked.query)}`;
  }

  #below(path: string): string {
    return `sites/${encodeURIComponent(this.site)}/moderation/${path}`;
  }
}
