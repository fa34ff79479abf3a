import type { ApiError } from "./api-error.ts";
import type { Strings } from "./i18n.ts";

export type FieldName = "body" | "name" | "email";

const FIELDS: Readonly<Record<string, FieldName>> = {
  body: "body",
  "author.name": "name",
  "author.email": "email",
};

/** What a reader is told about a comment that did not get through, as far as it can be told without asking the server for more. */
export function postProblem({ code }: ApiError, strings: Strings): string {
  const reason = code === "offline" || code === "unreachable" ? code : "internal";
  return `${strings.text(reason)} ${strings.text("kept")}`;
}

/** What a reader is told about a thread that could not be read. */
export function loadProblem(error: ApiError, strings: Strings): string {
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
