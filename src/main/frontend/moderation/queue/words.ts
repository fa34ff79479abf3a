import type { Act, HeldFor, Status } from "../desk/contract.ts";
import type { CoreStrings } from "../shell/view.ts";

const WITH_DETAIL = new Set(["flags", "many-links", "suspect-word", "banned-word", "too-fast"]);
const KNOWN = new Set([
  "ban",
  "screening",
  "honeypot",
  "first-comments",
  "first-links",
  ...WITH_DETAIL,
]);
const ACTS = new Set([
  "posted",
  "flag",
  "approve",
  "reject",
  "spam",
  "delete",
  "hold",
  "remove",
  "restore",
  "pin",
  "unpin",
]);
type KeyOf = Parameters<CoreStrings["text"]>[0];

/** Why a comment was held. What a later version of the service holds for is said in its own, English words. */
export function heldWords(held: HeldFor, strings: CoreStrings): string {
  const { screen, detail } = held;
  const key = heldKey(screen, detail ?? "");
  return key ? strings.text(key as KeyOf, { detail: detail ?? screen }) : held.explanation;
}

function heldKey(screen: string, detail: string): string | null {
  if (detail === "failed") return "held.failed";
  if (screen === "form-time") {
    return `held.form-time.${/^(young|old|missing)$/.test(detail) ? detail : "strange"}`;
  }
  if (screen === "premoderation") {
    return `held.premoderation.${detail === "thread" ? "thread" : "site"}`;
  }
  if (screen === "repeats") return `held.repeats.${detail === "near" ? "near" : "same"}`;
  return KNOWN.has(screen) ? `held.${screen}` : null;
}

/** One line of a comment's timeline. */
export function actWords({ action, actor, reason }: Act, strings: CoreStrings): string {
  const name = actor ?? "";
  if (!ACTS.has(action)) return [action, name].filter(Boolean).join(" · ");
  const why = action === "flag" && isFlagReason(reason) ? strings.text(`flag.${reason}`) : reason;
  const said = strings.text(`act.${action}` as KeyOf, { name });
  return why ? `${said}: ${why}` : said;
}

const isFlagReason = (
  reason: string | null,
): reason is "spam" | "abuse" | "off-topic" | "illegal" | "other" =>
  /^(spam|abuse|off-topic|illegal|other)$/.test(reason ?? "");

export function statusWord(status: Status, strings: CoreStrings): string {
  return strings.text(`status.${status}`);
}

/** The beginning of a text, as one line. */
export function snippet(text: string, length = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length > length ? `${letters.slice(0, length).join("")}…` : line;
}
