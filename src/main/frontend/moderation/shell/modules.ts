import { ApiError } from "../../shared/api-error.ts";
import type { AccountModule, ManageModule } from "./view.ts";

/** Both are written in by the build: they change with the content of the module. */
declare const MANAGE_VERSION: string;
declare const ACCOUNT_VERSION: string;

const DEADLINE_MS = 15_000;

/** Loads a module once. Who asks after a failure tries again, under another address, because some browsers remember failures. */
function once<M>(file: string, version: string): () => Promise<M> {
  let loading: Promise<M> | null = null;
  let failures = 0;
  const load = (): Promise<M> => {
    const address = new URL(`${file}?v=${version}${"-".repeat(failures)}`, import.meta.url).href;
    return Promise.race([
      import(address),
      new Promise<never>((_, reject) => setTimeout(reject, DEADLINE_MS)),
    ]);
  };
  return () =>
    loading ??= load().catch(() => {
      loading = null;
      failures++;
      throw ApiError.unreachable();
    });
}

export const manage = once<ManageModule>("manage.js", MANAGE_VERSION);
export const account = once<AccountModule>("account.js", ACCOUNT_VERSION);
