import type { Strings } from "./i18n.ts";

export const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** “5 minutes ago”, in the words of the locale file where it has some, else in the browser's. The future counts as now. */
export function relative(time: Date, now: Date, strings: Pick<Strings, "lang" | "ago">): string {
  const seconds = Math.max(0, (now.getTime() - time.getTime()) / 1000);
  const [unit, length] = STEPS.find(([, length]) => seconds >= length) ?? ["second", 1];
  const n = unit === "second" ? 0 : Math.floor(seconds / length);
  const own = strings.ago(unit, n);
  if (own) return own;
  // “Yesterday” would be a claim about the calendar; all that is known is the hours between.
  const numeric = n === 0 ? "auto" : "always";
  return new Intl.RelativeTimeFormat([strings.lang, "en"], { numeric }).format(-n, unit);
}

/** Date and time in full; where the browser does not know the language, in digits that need none, the way Swedish has them. */
export function exact(time: Date, { lang }: Pick<Strings, "lang">): string {
  const known = Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0;
  const [locale, dateStyle] = known ? [lang, "long"] as const : ["sv", "short"] as const;
  return new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: "short" }).format(time);
}
