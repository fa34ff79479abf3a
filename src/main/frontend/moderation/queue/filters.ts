import type { Address } from "../shell/address.ts";
import { type Tab, tabNamed, tabQuery } from "./tabs.ts";

/** What narrows the list, besides the tab. */
export const FILTERS = ["q", "thread", "author", "reason", "hasLink", "from", "to"] as const;
export type Filter = (typeof FILTERS)[number];

/** What screens hold for; words for each are in the English of the core. */
export const SCREENS = [
  "premoderation",
  "first-comments",
  "first-links",
  "many-links",
  "suspect-word",
  "banned-word",
  "repeats",
  "too-fast",
  "form-time",
  "honeypot",
  "flags",
  "ban",
  "screening",
] as const;
export type Screen = (typeof SCREENS)[number];

/** A list of the queue: what the address asks for. */
export interface Listing {
  readonly tab: Tab;
  readonly oldestFirst: boolean;
  readonly filters: ReadonlyMap<Filter, string>;
}

export function listing(address: Pick<Address, "get">): Listing {
  const given = FILTERS.map((name) => [name, address.get(name)] as const);
  return {
    tab: tabNamed(address.get("tab")),
    oldestFirst: address.get("sort") === "oldest",
    filters: new Map(given.filter(([name, value]) => value && (!isDay(name) || dayStart(value)))),
  };
}

/** What the server is asked for. `to` is the last day that counts. */
export function listQuery({ tab, oldestFirst, filters }: Listing): Record<string, string> {
  const query: Record<string, string> = { ...tabQuery(tab), body: "nodes" };
  for (const [name, value] of filters) query[name] = value;
  if (query.from) query.from = dayStart(query.from);
  if (query.to) query.to = dayStart(query.to, 1);
  if (oldestFirst) query.sort = "oldest";
  return query;
}

const isDay = (name: Filter): boolean => name === "from" || name === "to";

/** The beginning of a day (`2026-11-25`) where the moderator is, as a time in UTC; empty for what is no day. */
function dayStart(day: string, later = 0): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.slice(1).map(Number);
  if (!parts) return "";
  const [year, month, date] = parts as [number, number, number];
  const time = new Date(year, month - 1, date + later);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString();
}
