import type { ApiError } from "../shared/api-error.ts";
import type { Strings } from "../shared/i18n.ts";
import { type FieldName, fieldProblem } from "../shared/problem-words.ts";
import { english } from "./english.ts";

const FIELDS: Readonly<Record<string, FieldName>> = {
  body: "body",
  "author.name": "name",
  "author.email": "email",
};

/** The refused fields that have a place on the form, each with its words; `values` tells missing from wrong. */
export function fieldProblems(
  error: ApiError,
  values: Readonly<Record<FieldName, string>>,
  strings: Strings,
): Map<FieldName, string> {
  const names = error.fields.map(({ field }) => FIELDS[field]).filter((name) => name !== undefined);
  return new Map(names.map((name) => [
    name,
    name === "name" && values.name.trim()
      ? strings.of(english).text("nameRefused")
      : fieldProblem(name, values[name], strings),
  ]));
}
