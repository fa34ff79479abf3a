import { h } from "../../shared/dom.ts";
import { exact, relative } from "../../shared/time.ts";
import type { Door } from "./door.ts";

type TimeKey =
  | "passkey.made"
  | "passkey.used"
  | "session.since"
  | "session.used"
  | "team.since"
  | "team.seen"
  | "token.used"
  | "token.ended"
  | "invite.until";

/** “3 days ago” in a sentence, with the date and time in full for who points at it. */
export function moment(
  { words, strings }: Door,
  key: TimeKey,
  at: string,
  whole = false,
): HTMLElement {
  const time = new Date(at);
  const full = exact(time, strings);
  const when = whole ? full : relative(time, new Date(), strings);
  return h("time", { datetime: at, title: full }, words.text(key, { when }));
}
