import type { Me, NewComment, Posted, Replies, SortOrder, ThreadPage } from "./contract.ts";
import { ApiError } from "./api-error.ts";

const DEADLINE_MS = 20_000;

export interface PageQuery {
  readonly thread: string;
  readonly sort: SortOrder;
  readonly limit: number;
  readonly after?: string | null;
}

/**
 * One site on one server. Reads carry no header of ours and no credentials, so that they never cost a preflight. Every call fails
 * with an `ApiError`, except that the caller's own abort stays an `AbortError`.
 */
export class Api {
  readonly server: string;
  readonly site: string;

  /** `server` ends with a slash. */
  constructor(server: string, site: string) {
    this.server = server;
    this.site = site;
  }

  page({ thread, sort, limit, after }: PageQuery, signal: AbortSignal): Promise<ThreadPage> {
    return this.ask(`comments?${query({ thread, sort, limit, after, body: "nodes" })}`, {
      signal,
    });
  }

  replies(id: string, after: string | null, signal: AbortSignal): Promise<Replies> {
    return this.ask(`comments/${id}/replies?${query({ after, limit: 50, body: "nodes" })}`, {
      signal,
    });
  }

  async counts(threads: readonly string[]): Promise<Record<string, number>> {
    const keys = new URLSearchParams(threads.map((thread) => ["thread", thread]));
    return (await this.ask<{ counts: Record<string, number> }>(`counts?${keys}`, {})).counts;
  }

  me(thread: string, token: string, signal: AbortSignal): Promise<Me> {
    const headers = { authorization: `Bearer ${token}` };
    return this.ask(`me?${query({ thread, body: "nodes" })}`, { headers, signal });
  }

  /** A stamp that tells when the form was opened. */
  async formStamp(signal: AbortSignal): Promise<string> {
    const init: RequestInit = { cache: "no-store", signal };
    return (await this.ask<{ stamp: string }>("form", init)).stamp;
  }

  /** Once sent it is not taken back when the element leaves the page: the comment may be stored already. */
  post(comment: NewComment, idempotencyKey: string, token: string | null): Promise<Posted> {
    return this.send("comments?body=nodes", comment, token, { "idempotency-key": idempotencyKey });
  }

  /** Posts JSON. Nothing is the answer where the server has none to give. */
  send<T>(
    path: string,
    body: unknown,
    token: string | null = null,
    headers: Record<string, string> = {},
  ): Promise<T> {
    return this.ask(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify(body),
    });
  }

  /** What the site answers to a request below its address. */
  async ask<T>(path: string, init: RequestInit): Promise<T> {
    const url = `${this.server}api/v1/sites/${encodeURIComponent(this.site)}/${path}`;
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    try {
      const response = await fetch(url, {
        cache: "no-cache",
        credentials: "omit",
        ...init,
        signal,
      });
      if (!response.ok) throw await ApiError.from(response);
      return response.status === 204 ? undefined as T : await response.json();
    } catch (error) {
      if (error instanceof ApiError || init.signal?.aborted) throw error;
      throw ApiError.unreachable();
    }
  }
}

function query(params: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(params).filter(([, value]) => value !== null && value !== undefined);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
