import { type Child, h } from "../../shared/dom.ts";
import { state } from "../shell/states.ts";
import type { MakeView } from "../shell/view.ts";
import type { LogEntry, LogPage } from "./contract.ts";
import { asked, LogFilters } from "./log-filters.ts";
import { logItem } from "./log-item.ts";
import { type Page, Pages, Region } from "./region.ts";
import { Room, sheet } from "./room.ts";

/** What was done on the site, by whom and why, the newest first. */
export const log: MakeView = (place) => {
  const room = new Room(place);
  const filter = asked(place.address);
  const filters = new LogFilters(room, filter);
  const load = async (after: string | null): Promise<Page<LogEntry>> => {
    const query = { ...filter.query, after, limit: 50 };
    try {
      const page = await place.desk.ask<LogPage>("GET", "log", { query, signal: place.signal });
      return { items: page.entries, next: page.next };
    } catch (error) {
      if (filters.tell(error)) return { items: [], next: null };
      throw error;
    }
  };
  const region = new Region(room, () => load(null), (first) => shown(room, first, load, filters));
  return sheet(place.strings.text("view.log"), [
    filters.element,
    files(room, filter.query),
    region.element,
  ]);
};

function shown(
  room: Room,
  first: Page<LogEntry>,
  load: (after: string | null) => Promise<Page<LogEntry>>,
  filters: LogFilters,
): Child[] {
  const { words } = room;
  if (filters.isWrong) return [];
  if (first.items.length === 0) {
    return [state(words.text(filters.isSet ? "log.noMatch" : "log.empty"), "")];
  }
  return [new Pages(room, first, load, (entry) => logItem(room, entry), "ol").element];
}

/** Files of what the filters leave, loaded by the browser itself: they can be large. */
function files(room: Room, query: Readonly<Record<string, string>>): HTMLElement {
  const { words, place: { desk } } = room;
  const file = (format: "jsonl" | "csv") =>
    h(
      "a",
      { href: desk.address("log/export", { query: { ...query, format } }), download: true },
      words.text(`log.${format}`),
    );
  return h(
    "p",
    { class: "links" },
    h("span", { class: "muted" }, words.text("log.export")),
    file("jsonl"),
    file("csv"),
  );
}
