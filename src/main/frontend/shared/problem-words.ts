import type { ApiError } from "./api-error.ts";
import type { Strings } from "./i18n.ts";

export type FieldName = "body" | "name" | "email";

const FIELDS: Readonly<Record<string, FieldName>> = {
  body: "body",
  "author.name": "name",
  "author.email": "email",
};

/** What a reader is told about a comment that was not taken. */
export function postProblem(error: ApiError, strings: Strings): string {
  const kept = ` ${strings.text("kept")}`;
  switch (error.code) {
    case "offline":
    case "unreachable":
    case "unavailable":
    case "internal":
      return strings.text(error.code) + kept;
    case "too_many_requests":
      return strings.plural("tooMany", error.retryAfter ?? 10);
    case "origin":
      return strings.text("originRefused", { origin: location.origin }) + kept;
    default:
      return strings.text(REFUSALS[error.code as keyof typeof REFUSALS] ?? "internal");
  }
}

const REFUSALS = {
  invalid: "invalid",
  unauthenticated: "forbidden",
  forbidden: "forbidden",
  not_found: "notFound",
  conflict: "conflict",
  thread_closed: "threadClosed",
  parent_gone: "parentGone",
  idempotency_mismatch: "mismatch",
  too_large: "tooLarge",
  unsupported_media_type: "internal",
  method_not_allowed: "internal",
} as const;

/** What a reader, or on a set-up mistake the site's owner, is told about a thread that could not be read. */
export function loadProblem(error: ApiError, site: string, strings: Strings): string {
  if (error.code === "not_found") return strings.text("siteUnknown", { site });
  const reason = error.code === "offline" || error.code === "unreachable" ? error.code : null;
  return strings.text("loadFailed") + (reason ? ` ${strings.text(reason)}` : "");
}

/** The refused fields that have a place on the form, each with its words; `values` tells missing from wrong. */
export function fieldProblems(
  error: ApiError,
  values: Readonly<Record<FieldName, string>>,
  strings: Strings,
): Map<FieldName, string> {
  const names = error.fields.map(({ field }) => FIELDS[field]).filter((name) => name !== undefined);
  return new Map(names.map((name) => [name, fieldProblem(name, values[name], strings)]));
}

export function fieldProblem(name: FieldName, value: string, strings: Strings): string {
  if (name === "email") return strings.text("emailRefused");
  if (name === "name") return strings.text(value.trim() ? "nameRefused" : "nameMissing");
  return strings.text(value.trim() ? "bodyRefused" : "bodyMissing");
}
