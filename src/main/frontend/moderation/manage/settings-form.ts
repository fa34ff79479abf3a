import type { DescribedSetting, Settings, SettingValue } from "./contract.ts";

export type Kind = "number" | "switch" | "list";

/** One setting as a form has it. */
export interface SettingField {
  readonly name: string;
  readonly kind: Kind;
  readonly explanation: string;
  readonly bounds: string;
  readonly value: SettingValue;
  readonly otherwise: SettingValue;
  readonly min: number;
  readonly max: number;
}

export type Wrong = "whole" | "range";
export type Read = { readonly value: SettingValue } | { readonly wrong: Wrong };

/** Lists of words have a view of their own. */
export const WORD_LISTS = ["bannedWords", "suspectWords", "reservedNames"] as const;
export type WordListName = (typeof WORD_LISTS)[number];

export const GROUPS = {
  hold: [
    "premoderated",
    "approvalsBeforeTrust",
    "approvalsBeforeLinks",
    "holdFromLinks",
    "repeatMinutes",
    "secondsBetween",
    "flagsToHold",
  ],
  form: ["honeypot", "formSeconds", "formRequired"],
  threads: ["closeAfterDays", "maxBodyLength", "trackingParameters"],
} as const;
export type Group = keyof typeof GROUPS | "other";

export function fieldsOf({ settings, defaults, described }: Settings): readonly SettingField[] {
  return described.map((setting) => {
    const otherwise = defaults[setting.name] ?? setting.default;
    return {
      ...setting,
      kind: kindOf(setting),
      value: settings[setting.name] ?? otherwise,
      otherwise,
      ...boundsOf(setting.bounds),
    };
  });
}

/** Every field in its group, in the order of the group; what no group knows is in the last. Groups without fields are left out. */
export function grouped(fields: readonly SettingField[]): readonly [Group, SettingField[]][] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const known = Object.entries(GROUPS).map(([group, names]): [Group, SettingField[]] => [
    group as Group,
    names.map((name) => byName.get(name)).filter((field) => field !== undefined),
  ]);
  const named = new Set<string>([...Object.values(GROUPS).flat(), ...WORD_LISTS]);
  const others = fields.filter(({ name }) => !named.has(name));
  return [...known, ["other" as Group, others] as [Group, SettingField[]]]
    .filter(([, members]) => members.length > 0);
}

/** What was typed, as a value. */
export function readField(field: SettingField, typed: string | boolean): Read {
  if (typeof typed === "boolean") return { value: typed };
  if (field.kind === "list") return { value: linesOf(typed) };
  if (!/^\s*\d{1,9}\s*$/.test(typed)) return { wrong: "whole" };
  const value = Number(typed);
  return value < field.min || value > field.max ? { wrong: "range" } : { value };
}

/** What to send: the settings that differ from what is so, null for what is back at its default. */
export function changesOf(
  fields: readonly SettingField[],
  wanted: ReadonlyMap<string, SettingValue>,
): Record<string, SettingValue | null> {
  const changes: Record<string, SettingValue | null> = {};
  for (const { name, value, otherwise } of fields) {
    const asked = wanted.get(name);
    if (asked === undefined || same(asked, value)) continue;
    changes[name] = same(asked, otherwise) ? null : asked;
  }
  return changes;
}

export function same(a: SettingValue, b: SettingValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function kindOf({ default: otherwise }: DescribedSetting): Kind {
  if (typeof otherwise === "boolean") return "switch";
  return typeof otherwise === "number" ? "number" : "list";
}

function boundsOf(bounds: string): { min: number; max: number } {
  const [, min, max] = /(\d+) to (\d+)$/.exec(bounds) ?? [];
  return { min: Number(min ?? 0), max: Number(max ?? 999_999_999) };
}

function linesOf(typed: string): readonly string[] {
  return [...new Set(typed.split(/\r?\n/).map((line) => line.trim()).filter((line) => line))];
}
