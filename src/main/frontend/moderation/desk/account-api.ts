import type { Session } from "./contract.ts";
import { type Method, request } from "./request.ts";

/** Calls what belongs to no site: the session, the account, invitations. `path` is below `/api/v1/`. Fails with an `ApiError`. */
export function call<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return request(method, path, { body });
}

/** Null when nobody is signed in. Fails with an `ApiError`. */
export async function signedIn(): Promise<Session | null> {
  return await call<Session | undefined>("GET", "session") ?? null;
}
