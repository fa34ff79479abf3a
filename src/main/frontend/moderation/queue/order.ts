/** Where the focus goes when comments leave the list: to the next one that stays, else to the one before; null when none stays. */
export function successor(
  order: readonly string[],
  leaving: ReadonlySet<string>,
  current: string | null,
): string | null {
  const at = current === null ? -1 : order.indexOf(current);
  const stays = (id: string) => !leaving.has(id);
  const after = order.slice(Math.max(at, 0)).find(stays);
  return after ?? order.slice(0, Math.max(at, 0)).findLast(stays) ?? null;
}

/** The one so many places further on, as far as the list goes. */
export function step(order: readonly string[], current: string | null, by: number): string | null {
  if (order.length === 0) return null;
  const at = current === null ? -1 : order.indexOf(current);
  if (at < 0) return order[by > 0 ? 0 : order.length - 1] ?? null;
  return order[Math.min(Math.max(at + by, 0), order.length - 1)] ?? null;
}

/** The place of an id in the list. Ids are in the order of time. */
export function place(order: readonly string[], id: string, oldestFirst: boolean): number {
  const at = order.findIndex((other) => oldestFirst ? other > id : other < id);
  return at < 0 ? order.length : at;
}
