import type { QueueItem, Status, Totals } from "../desk/contract.ts";

/** In the order of the keys 1 to 7. */
export const TABS = [
  "pending",
  "flagged",
  "approved",
  "spam",
  "rejected",
  "deleted",
  "all",
] as const satisfies readonly (keyof Totals)[];

export type Tab = (typeof TABS)[number];

/** What the address calls them; whatever else it says is the first. */
export function tabNamed(name: string): Tab {
  return TABS.find((tab) => tab === name) ?? "pending";
}

/** What the list of the tab is asked for by. */
export function tabQuery(tab: Tab): Record<string, string> {
  if (tab === "all") return {};
  return tab === "flagged" ? { flagged: "true" } : { status: tab };
}

/** Whether a comment is on the list of the tab. */
export function belongs(tab: Tab, { status, flags }: Pick<QueueItem, "status" | "flags">): boolean {
  if (tab === "all") return true;
  return tab === "flagged" ? hasOpenFlags(flags) : status === tab;
}

export function hasOpenFlags(flags: QueueItem["flags"]): boolean {
  return flags.some(({ outcome }) => outcome === null);
}

/** The comment as it is once this was decided about it: a decision answers the flags, holding opens them. */
export function decided(item: QueueItem, status: Status): QueueItem {
  const outcome = status === "pending" ? null : status === "approved" ? "dismissed" : "upheld";
  const flags = item.flags.map((flag) =>
    status === "pending" ? { ...flag, outcome } : { ...flag, outcome: flag.outcome ?? outcome }
  );
  return { ...item, status, flags };
}

/** The totals once comments went from one status to another. */
export function moved(totals: Totals, from: QueueItem, to: QueueItem): Totals {
  const flagged = Number(hasOpenFlags(to.flags)) - Number(hasOpenFlags(from.flags));
  const next: Record<keyof Totals, number> = { ...totals };
  next[from.status] = Math.max(0, next[from.status] - 1);
  next[to.status] += 1;
  next.flagged = Math.max(0, next.flagged + flagged);
  return next;
}
