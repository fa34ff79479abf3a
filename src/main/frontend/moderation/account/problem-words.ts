import type { ApiError } from "../../shared/api-error.ts";
import type { Strings } from "../../shared/i18n.ts";
import { inTime } from "../../shared/wait.ts";
import type { english } from "./english.ts";

export type Words = Strings<typeof english>;

const KNOWN = {
  offline: "problem.offline",
  unreachable: "problem.unreachable",
  unavailable: "problem.unavailable",
  unauthenticated: "sign.again",
  forbidden: "problem.forbidden",
  not_found: "problem.notFound",
  conflict: "problem.conflict",
  invalid: "problem.invalid",
} as const;

const DEFAULT_SECONDS = 10;

/** What somebody is told about a refusal that no field explains. */
export function problemWords({ code, retryAfter }: ApiError, words: Words): string {
  if (code === "too_many_requests") return waitWords(retryAfter ?? DEFAULT_SECONDS, words);
  return words.text(KNOWN[code as keyof typeof KNOWN] ?? "problem.internal");
}

export function waitWords(seconds: number, words: Words): string {
  return words.text("problem.tooMany", { when: inTime(seconds, words) });
}

/** Whether somebody was asked to confirm that it is them and chose not to: no error, and nothing to say. */
export function isDeclined(error: unknown): boolean {
  return (error as ApiError).code === "step_up_required";
}
