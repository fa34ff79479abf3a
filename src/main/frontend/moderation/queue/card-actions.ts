import { h } from "../../shared/dom.ts";
import type { QueueItem, Status } from "../desk/contract.ts";
import type { CoreStrings } from "../shell/view.ts";
import type { Card, CardEvents } from "./card.ts";
import { hasOpenFlags } from "./tabs.ts";

/** What can be decided, the quickest first, with its key. */
export const DECISIONS = [
  ["approved", "a", "good"],
  ["rejected", "r", "danger"],
  ["spam", "s", ""],
  ["deleted", "d", ""],
] as const satisfies readonly (readonly [Status, string, string])[];

/** Whether deciding so would change anything. */
export function canBecome({ status, flags }: QueueItem, to: Status): boolean {
  return status !== to || (to === "approved" && hasOpenFlags(flags));
}

/** “Approve”, or what that means for a comment that is public already. */
export function decisionWord({ status }: QueueItem, to: Status, strings: CoreStrings): string {
  return strings.text(to === status && to === "approved" ? "keep" : `do.${to}`);
}

/** The buttons of a card. */
export class CardActions {
  readonly element: HTMLElement;
  readonly #context: HTMLButtonElement;

  constructor(card: Card, events: CardEvents, unfolded: "source" | "timeline" | null) {
    const { strings } = events;
    const { item } = card;
    const quiet = (words: string, act: () => void, state: Record<string, string> = {}) =>
      h("button", { type: "button", class: "quiet", onclick: act, ...state }, words);
    const pressed = (part: string) => ({ "aria-pressed": `${unfolded === part}` });
    this.#context = quiet(strings.text("context"), () => events.context(card), {
      "aria-expanded": "false",
      "aria-keyshortcuts": "c",
    });
    this.element = h(
      "div",
      { class: "actions" },
      h(
        "div",
        { class: "buttons decide" },
        ...DECISIONS.filter(([to]) => canBecome(item, to)).map(([to, key, look]) =>
          h(
            "button",
            { type: "button", class: look, onclick: () => events.decide(card, to) },
            decisionWord(item, to, strings),
            h("kbd", { "aria-hidden": "true" }, key),
          )
        ),
        item.status !== "pending" &&
          quiet(strings.text("do.pending"), () => events.decide(card, "pending")),
      ),
      h(
        "div",
        { class: "buttons besides" },
        this.#context,
        quiet(strings.text("ban"), () => events.ban(card), { "aria-keyshortcuts": "b" }),
        quiet(strings.text("openInPage"), () => events.open(card), { "aria-keyshortcuts": "o" }),
        quiet(strings.text("asTyped"), () => card.toggle("source"), pressed("source")),
        quiet(strings.text("timeline"), () => card.toggle("timeline"), pressed("timeline")),
      ),
    );
  }

  contextIsOpen(is: boolean): void {
    this.#context.setAttribute("aria-expanded", `${is}`);
  }
}
