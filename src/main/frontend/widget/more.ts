import type * as More from "../more/more.ts";
import { ApiError } from "../shared/api-error.ts";
import { home } from "./locales.ts";

/** Written in by the build: changes with the content of the module. */
declare const MORE_VERSION: string;

const DEADLINE_MS = 8_000;

let loading: Promise<typeof More> | null = null;
let failures = 0;

/**
 * The module with what few readers need, loaded once. Fails with an `ApiError`; who asks again then tries again, under another
 * address, because some browsers remember that a module could not be had.
 */
export function more(): Promise<typeof More> {
  return loading ??= load().catch(() => {
    loading = null;
    failures++;
    throw ApiError.unreachable();
  });
}

function load(): Promise<typeof More> {
  const address = `${home}widget-more.js?v=${MORE_VERSION}${"-".repeat(failures)}`;
  return Promise.race([
    import(address),
    new Promise<never>((_, reject) => setTimeout(reject, DEADLINE_MS)),
  ]);
}
