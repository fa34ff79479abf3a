import { type Child, h } from "../../shared/dom.ts";
import type { LogEntry } from "./contract.ts";
import { actorName, type Change, changes, sentence } from "./log-words.ts";
import { type Room, typed } from "./room.ts";

const LONG = 80;

/** One act as a row: a sentence, what changed, why, and ways to what it was about. */
export function logItem(room: Room, entry: LogEntry): HTMLElement {
  const { words } = room;
  return h(
    "li",
    { class: "act" },
    h("p", { class: "sentence" }, sentence(entry, words)),
    entry.reason && h("p", {}, words.text("log.because", { reason: entry.reason })),
    told(room, changes(entry, words)),
    h(
      "p",
      { class: "muted facts" },
      h("time", { datetime: entry.at }, room.exact(entry.at)),
      h("span", {}, words.text("log.number", { n: room.number(entry.seq) })),
      entry.thread && typed(entry.thread, "code"),
    ),
    h("p", { class: "links" }, ...ways(room, entry)),
  );
}

function told(room: Room, changes: readonly Change[]): Child {
  if (changes.length === 0) return null;
  const list = h(
    "dl",
    { class: "changes" },
    ...changes.flatMap((change) => [
      h("dt", {}, change.label),
      h("dd", {}, ...values(room, change)),
    ]),
  );
  const length = changes.reduce(
    (sum, { before, after }) => sum + (before?.length ?? 0) + (after?.length ?? 0),
    0,
  );
  if (length < LONG * 4) return list;
  return h("details", {}, h("summary", {}, room.words.text("log.changed")), list);
}

function values({ words }: Room, { before, after }: Change): Child[] {
  const shown = (value: string) => h("bdi", {}, value);
  const arrow = h("span", { class: "arrow" }, " → ");
  if (before === null) return [h("ins", {}, shown(after ?? words.text("manage.none")))];
  if (after === null) return [shown(before)];
  return [h("span", { class: "muted" }, shown(before)), arrow, h("ins", {}, shown(after))];
}

function ways(room: Room, entry: LogEntry): Child[] {
  const { words, place: { address } } = room;
  const way = (href: string, label: string) => h("a", { href }, label);
  const name = actorName(entry, words);
  return [
    entry.commentId &&
    way(
      `${address.of("queue", { tab: "all" })}#comment=${entry.commentId}`,
      words.text("log.theComment"),
    ),
    entry.thread && way(address.of("log", { thread: entry.thread }), words.text("log.theThread")),
    entry.authorId &&
    way(address.of("log", { author: entry.authorId }), words.text("log.theAuthor")),
    way(address.of("log", { actor: entry.actor }), words.text("log.theActor", { name })),
  ];
}
