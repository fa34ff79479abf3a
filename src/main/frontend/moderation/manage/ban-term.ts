export const TERMS = ["day", "week", "month", "forGood", "date"] as const;

const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/** When a ban of that term ends, null for never; undefined for a date that is none. `typed` is in the time of the reader's clock. */
export function endOf(term: string, typed: string, now: Date): string | null | undefined {
  if (term === "forGood") return null;
  const days = DAYS[term];
  if (days) return new Date(now.getTime() + days * DAY_MS).toISOString();
  const end = new Date(typed);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString();
}
