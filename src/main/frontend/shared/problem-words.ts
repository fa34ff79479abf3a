import type { ApiError } from "./api-error.ts";
import type { Strings } from "./i18n.ts";

export type FieldName = "body" | "name" | "email";

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

/** What is wrong with a field as far as the form itself can tell. */
export function fieldProblem(name: FieldName, value: string, strings: Strings): string {
  if (name === "email") return strings.text("emailRefused");
  if (name === "name") return strings.text("nameMissing");
  return strings.text(value.trim() ? "bodyRefused" : "bodyMissing");
}
