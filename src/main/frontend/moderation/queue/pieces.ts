import { h } from "../../shared/dom.ts";
import { safeHref } from "../../shared/nodes.ts";
import { exact, relative } from "../../shared/time.ts";
import type { AuthorRecord, Flag, HeldFor, QueueItem, Status } from "../desk/contract.ts";
import type { CoreStrings } from "../shell/view.ts";
import { heldWords, statusWord } from "./words.ts";

/** What a card is made of. */

export function when(at: string, strings: CoreStrings, props: Record<string, string> = {}) {
  const time = new Date(at);
  const shown = relative(time, new Date(), strings);
  return h("time", { ...props, datetime: at, title: exact(time, strings) }, shown);
}

/** Tells anew how long ago things were. */
export function refreshTimes(root: Element, strings: CoreStrings): void {
  for (const time of root.querySelectorAll("time")) {
    time.textContent = relative(new Date(time.dateTime), new Date(), strings);
  }
}

export function statusBadge(status: Status, strings: CoreStrings): HTMLElement {
  return h("span", { class: `badge ${status}` }, statusWord(status, strings));
}

/** What became of what the author wrote so far, in a line. */
export function record(author: AuthorRecord, strings: CoreStrings): HTMLElement {
  const { approved, rejected, spam, deleted } = author;
  const known = approved + rejected + spam + deleted > 0;
  const since = strings.text("since", { time: monthOf(author.firstSeen, strings) });
  return h(
    "p",
    { class: "record" },
    author.banned && h("span", { class: "badge bad" }, strings.text("banned")),
    author.kind === "account" && h("span", { class: "badge accent" }, strings.text("team")),
    !known && h("span", { class: "badge accent" }, strings.text("newAuthor")),
    approved > 0 && h("span", { class: "good" }, strings.plural("approvedCount", approved)),
    rejected > 0 && h("span", { class: "bad" }, strings.plural("rejectedCount", rejected)),
    spam > 0 && h("span", { class: "bad" }, strings.plural("spamCount", spam)),
    deleted > 0 && h("span", {}, strings.plural("deletedCount", deleted)),
    known && h("span", {}, since),
  );
}

function monthOf(at: string, { lang }: CoreStrings): string {
  return new Intl.DateTimeFormat([lang, "en"], { month: "short", year: "numeric" })
    .format(new Date(at));
}

/** The thread by its title, with a way to the article, and one to all of its comments. */
export function threadLinks(item: QueueItem, strings: CoreStrings, only: string): HTMLElement {
  const { thread } = item;
  const title = thread.title || thread.key;
  const href = safeHref(thread.url);
  return h(
    "p",
    { class: "thread", id: `in-${item.id}` },
    href
      ? h(
        "a",
        { href, target: "_blank", rel: "noopener noreferrer" },
        h("bdi", {}, title),
        h("span", { class: "apart" }, ` ${strings.text("newTab")}`),
      )
      : h("bdi", {}, title),
    thread.closed && h("span", { class: "badge" }, strings.text("threadClosed")),
    h("a", { class: "muted only", href: only }, strings.text("onlyThread")),
  );
}

/** Why it waits, each reason a line. */
export function reasons(held: readonly HeldFor[], strings: CoreStrings): HTMLElement | null {
  if (held.length === 0) return null;
  return h(
    "ul",
    { class: "why", "aria-label": strings.text("whyHeld") },
    ...held.map((one) => h("li", { dir: "auto" }, heldWords(one, strings))),
  );
}

/** What readers reported, open reports first. */
export function flagList(item: QueueItem, strings: CoreStrings): HTMLElement | null {
  const { flags, flagCount } = item;
  if (flags.length === 0) return null;
  const open = flags.filter(({ outcome }) => outcome === null);
  const settled = flags.filter(({ outcome }) => outcome !== null);
  return h(
    "div",
    { class: open.length ? "flags" : "flags settled" },
    h("p", { class: "flags-head" }, strings.plural("reports", Math.max(flagCount, flags.length))),
    h("ul", {}, ...[...open, ...settled].slice(0, 10).map((flag) => flagLine(flag, strings))),
  );
}

function flagLine(flag: Flag, strings: CoreStrings): HTMLElement {
  const { reason, note, outcome, createdAt } = flag;
  const settled = outcome === "upheld" || outcome === "dismissed" ? outcome : null;
  return h(
    "li",
    {},
    h("strong", {}, strings.text(`flag.${reason}`)),
    note && h("q", { dir: "auto" }, note),
    h("span", { class: "muted small" }, when(createdAt, strings)),
    settled && h("span", { class: "badge" }, strings.text(`flag.${settled}`)),
  );
}
