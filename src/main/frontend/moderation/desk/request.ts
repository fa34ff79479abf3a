import { ApiError } from "../../shared/api-error.ts";

const DEADLINE_MS = 20_000;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Query = Readonly<
  Record<string, string | number | readonly string[] | null | undefined>
>;

export interface Asked {
  readonly query?: Query;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Nobody waits for it: where the session has ended it fails, and asks nobody to sign in. */
  readonly quiet?: boolean;
}

/**
 * One call of our own server, by cookie. Fails with an `ApiError`, except that the caller's own abort stays an `AbortError`. Nothing is
 * the answer where the server has none to give.
 */
export async function request<T>(method: Method, path: string, asked: Asked = {}): Promise<T> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const signal = asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline;
  try {
    const response = await fetch(`/api/v1/${path}${search(asked.query)}`, {
      method,
      signal,
      credentials: "same-origin",
      cache: "no-store",
      headers: asked.body === undefined ? {} : { "content-type": "application/json" },
      body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
    });
    if (!response.ok) throw await ApiError.from(response);
    return response.status === 204 ? undefined as T : await response.json();
  } catch (error) {
    if (error instanceof ApiError || asked.signal?.aborted) throw error;
    throw ApiError.unreachable();
  }
}

/** With a question mark before it, or empty. What is null or empty is left out. */
export function search(query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, String(one ?? "")])
  );
  const given = new URLSearchParams(pairs.filter(([, value]) => value)).toString();
  return given && `?${given}`;
}
