import { Api } from "../shared/api.ts";

/** A place that shows the count of one thread. */
export interface CountWatcher {
  readonly api: Api;
  readonly thread: string;
  show(count: number): void;
}

const MAX_KEYS = 100;
/** Many proxies refuse request lines of 8 KiB. */
const MAX_QUERY = 6_000;

const watchers = new Set<CountWatcher>();
let asking: Set<CountWatcher> | null = null;

/** Shows the count to the watcher once it is known, and after posts. All that a page asks for at once is one request a site. */
export function watchCount(watcher: CountWatcher): () => void {
  watchers.add(watcher);
  ask([watcher]);
  return () => watchers.delete(watcher);
}

/** A comment was posted on a site: its counts are asked for again. */
export function countChanged(api: Api): void {
  ask([...watchers].filter((watcher) => siteOf(watcher.api) === siteOf(api)));
}

function ask(more: readonly CountWatcher[]): void {
  if (asking) {
    for (const watcher of more) asking.add(watcher);
    return;
  }
  asking = new Set(more);
  const send = () => setTimeout(sendAll);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", send);
  else send();
}

function sendAll(): void {
  const present = [...asking ?? []].filter((watcher) => watchers.has(watcher));
  asking = null;
  for (const group of groupBy(present, (watcher) => siteOf(watcher.api))) {
    const keys = [...new Set(group.map(({ thread }) => thread))];
    for (const chunk of chunks(keys)) void answer(group, chunk);
  }
}

async function answer(group: readonly CountWatcher[], keys: readonly string[]): Promise<void> {
  const counts = await group[0]?.api.counts(keys).catch(() => null);
  for (const { thread, show } of group) {
    const count = counts?.[thread];
    if (keys.includes(thread) && count !== undefined) show(count);
  }
}

const siteOf = ({ server, site }: Api): string => `${server} ${site}`;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Iterable<T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups.values();
}

export function chunks(keys: readonly string[]): string[][] {
  const result: string[][] = [];
  let length = Infinity;
  for (const key of keys) {
    const cost = encodeURIComponent(key).length + "&thread=".length;
    let last = result.at(-1);
    if (!last || last.length === MAX_KEYS || length + cost > MAX_QUERY) {
      result.push(last = []);
      length = 0;
    }
    last.push(key);
    length += cost;
  }
  return result;
}
