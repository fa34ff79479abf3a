import type { ApiError } from "../../shared/api-error.ts";
import type { Strings } from "../../shared/i18n.ts";
import type { english } from "./english.ts";

type Words = Strings<typeof english>;
type Key = Parameters<Words["text"]>[0];

/** What the service says of a field, and how we say it; the groups of a pattern are what `{min}` and `{max}` stand for. */
const OF_FIELDS: readonly (readonly [RegExp, Key])[] = [
  [/^is required/, "manage.required"],
  [/^must be a whole number from (?<min>\d+) to (?<max>\d+)$/, "manage.whole"],
  [/^(?:is longer than|must be at most) (?<max>\d+) characters$/, "manage.longest"],
  [/^is not (?:an id|the id of a comment)$/, "manage.notAnId"],
  [/^must be account:/, "manage.notAnActor"],
  [/^must not be before from$/, "manage.beforeFrom"],
  [/^must be a time /, "manage.notATime"],
  [/^must be in the future$/, "manage.future"],
  [/^must be within a hundred years/, "manage.century"],
  [/^is yourself$/, "manage.yourself"],
  [/^(?:covers the address you come from|comes from your own network)$/, "manage.yourAddress"],
  [/^is of the site's team/, "manage.ofTheTeam"],
  [/^is the last owner/, "manage.lastOwner"],
  [/^must be an address or a block/, "manage.notAnAddress"],
  [/^must not be wider than/, "manage.tooWide"],
  [/^needs a single IPv4 address/, "manage.needsNarrow"],
  [/^is the same thread$/, "manage.sameThread"],
  [/^is not an approved comment/, "manage.notPinnable"],
  [/^must be a list of at most (?<max>\d+) texts/, "manage.badList"],
  [/^(?:has a control character|must not contain)/, "manage.control"],
];

const OF_CONFLICTS: readonly (readonly [RegExp, Key])[] = [
  [/^another thread has this key/, "manage.keyTaken"],
  [/^a thread can have had at most (?<max>\d+)/, "manage.tooManyKeys"],
  [/^from has more than (?<max>\d+) comments/, "manage.tooManyComments"],
  [/^the same is banned already/, "manage.bannedAlready"],
];

const OF_CODES: Readonly<Record<string, Key>> = {
  offline: "manage.offline",
  unreachable: "manage.unreachable",
  forbidden: "manage.forbidden",
  not_found: "manage.notFound",
  too_large: "manage.tooLarge",
  too_many_requests: "manage.tooMany",
  unavailable: "manage.unavailable",
  invalid: "manage.invalid",
};

/** What is wrong with a field, in words of the reader; what only a later service says, in the service's. */
export function fieldProblem(detail: string, words: Words): string {
  return translated(OF_FIELDS, detail, words) ?? words.text("manage.says", { detail });
}

/** What is told of a call that did not do what it should. */
export function problem({ code, detail, fields }: ApiError, words: Words): string {
  if (code === "conflict") {
    return translated(OF_CONFLICTS, detail, words) ?? words.text("manage.conflict");
  }
  const key = OF_CODES[code];
  if (code === "invalid" && fields.length === 0 && detail) {
    return words.text("manage.says", { detail });
  }
  return words.text(key ?? "manage.internal");
}

function translated(
  patterns: readonly (readonly [RegExp, Key])[],
  detail: string,
  words: Words,
): string | null {
  for (const [pattern, key] of patterns) {
    const match = pattern.exec(detail);
    if (match) return words.text(key, match.groups);
  }
  return null;
}
