import type { Strings } from "../../shared/i18n.ts";
import { exact } from "../../shared/time.ts";
import type { LogEntry } from "./contract.ts";
import { english } from "./english.ts";
import { difference } from "./word-list.ts";

type Words = Strings<typeof english>;

/** One thing that an act changed; null where there was, or is, nothing. */
export interface Change {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

export const ACTIONS = (
  "approve reject spam delete hold ban unban remove restore close reopen pin unpin slow premoderate rename merge settings " +
  "token-create token-revoke member-add member-remove member-role invite uninvite"
).split(" ");

const MOST_WORDS = 12;
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

/** What was done and by whom, as a sentence. */
export function sentence(entry: LogEntry, words: Words): string {
  const who = actorName(entry, words);
  return known(`log.did.${entry.action}`, words, { who }) ??
    words.text("log.did.other", { who, action: entry.action });
}

export function actorName({ actor, actorName }: LogEntry, words: Words): string {
  if (actor === "admin" || actor === "console") return words.text(`log.who.${actor}`);
  if (actor === "system:flags") return words.text("log.who.flags");
  return actor.startsWith("system:") ? words.text("log.who.rule", { rule: actorName }) : actorName;
}

/** The act as one of a list of acts, without anybody who did it. */
export function actionName(action: string, words: Words): string {
  return (known(`log.did.${action}`, words, { who: "…" }) ?? action).replace(/[\u2068\u2069]/g, "");
}

/** What the act changed, one by one. */
export function changes({ action, before, after }: LogEntry, words: Words): readonly Change[] {
  const [was, is] = [asRecord(before), asRecord(after)];
  const absent = action === "settings" ? words.text("settings.isDefault") : null;
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((name) => ({
    label: known(`log.of.${name}`, words) ?? known(`settings.${name}`, words) ?? name,
    ...values(was[name], is[name], absent, words),
  }));
}

function values(
  before: unknown,
  after: unknown,
  absent: string | null,
  words: Words,
): Omit<Change, "label"> {
  if (!Array.isArray(before) && !Array.isArray(after)) {
    return { before: shown(before, words) ?? absent, after: shown(after, words) ?? absent };
  }
  const { added, removed } = difference(asList(before), asList(after));
  const told = [
    removed.length > 0 && words.text("log.wordsRemoved", { words: enumerated(removed, words) }),
    added.length > 0 && words.text("log.wordsAdded", { words: enumerated(added, words) }),
  ];
  return { before: null, after: told.filter((part) => part).join(" · ") || null };
}

function shown(value: unknown, words: Words): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return words.text(value ? "manage.yes" : "manage.no");
  if (typeof value === "number") return new Intl.NumberFormat([words.lang, "en"]).format(value);
  if (typeof value !== "string") return JSON.stringify(value);
  return TIME.test(value) ? exact(new Date(value), words) : named(value, words);
}

function named(value: string, words: Words): string {
  return known(`log.is.${value}`, words) ?? value;
}

function enumerated(list: readonly string[], words: Words): string {
  const first = list.slice(0, MOST_WORDS).map((word) => named(word, words));
  const more = list.length - first.length;
  if (more > 0) first.push(words.plural("log.andMore", more));
  return first.join(", ");
}

/** The string of a key that is put together, or null when there is none of it. */
export function known(
  key: string,
  words: Words,
  values: Readonly<Record<string, string>> = {},
): string | null {
  const text = (english as Record<string, unknown>)[key];
  return typeof text === "string" ? words.text(key as "manage.none", values) : null;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? value as Record<string, unknown>
    : {};
}

function asList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
