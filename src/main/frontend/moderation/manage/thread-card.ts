import { type Child, h } from "../../shared/dom.ts";
import { safeHref } from "../../shared/nodes.ts";
import type { ModeratedThread } from "./contract.ts";
import { Act } from "./form.ts";
import { button, type Room, typed, uniqueId } from "./room.ts";
import { ThreadDesk } from "./thread-desk.ts";

/** A thread as a row: what it is, closing and opening it, and all else on demand. */
export class ThreadCard {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #told = h("div", {});
  readonly #turn: HTMLButtonElement;
  readonly #turning: Act;
  readonly #forGood: HTMLButtonElement;
  readonly #closingForGood: Act;
  readonly #open: HTMLButtonElement;
  readonly #desk: ThreadDesk;
  #thread: ModeratedThread;

  /** `gone` is called when the thread is no more. */
  constructor(room: Room, thread: ModeratedThread, open: boolean, gone: () => void) {
    const { words } = room;
    this.#room = room;
    this.#thread = thread;
    this.#turn = button("", () => void this.#turned(!this.#thread.closed, this.#turning));
    this.#turning = new Act(room, this.#turn);
    this.#forGood = button(
      words.text("threads.closeFully"),
      () => void this.#turned(true, this.#closingForGood),
    );
    this.#closingForGood = new Act(room, this.#forGood);
    this.#desk = new ThreadDesk(room, thread, (changed) => this.#show(changed), gone);
    this.#desk.element.id = uniqueId();
    this.#open = button(words.text("threads.manage"), () => this.#toggle(), {
      class: "quiet",
      "aria-controls": this.#desk.element.id,
    });
    this.element = h(
      "li",
      { class: "card thread" },
      this.#told,
      h("div", { class: "buttons" }, this.#turn, this.#forGood, this.#open),
      this.#turning.notice,
      this.#closingForGood.notice,
      this.#desk.element,
    );
    this.#show(thread);
    this.#expand(open);
  }

  #show(thread: ModeratedThread): void {
    const { words } = this.#room;
    this.#thread = thread;
    this.#told.replaceChildren(...this.#summary(thread));
    this.#turn.textContent = words.text(thread.closed ? "threads.reopen" : "threads.close");
    this.#forGood.hidden = thread.closedBy !== "age";
    const label = words.text("threads.manageOf", { thread: thread.title ?? thread.key });
    this.#open.setAttribute("aria-label", label);
    this.#desk.show(thread);
  }

  #summary(thread: ModeratedThread): HTMLElement[] {
    const { words, place: { address } } = this.#room;
    const facts: Child[] = [
      thread.title && typed(thread.key, "code"),
      words.plural("threads.comments", thread.commentCount),
      this.#room.time(thread.createdAt),
    ];
    const url = safeHref(thread.url);
    return [
      h("h2", {}, typed(thread.title ?? thread.key), ...this.#badges(thread)),
      h("p", { class: "muted facts" }, ...facts.map((fact) => fact && h("span", {}, fact))),
      h(
        "p",
        { class: "links" },
        url &&
          h(
            "a",
            { href: url, target: "_blank", rel: "noreferrer noopener" },
            words.text("threads.article"),
          ),
        h(
          "a",
          { href: address.of("queue", { tab: "all", thread: thread.key }) },
          words.text("threads.queue"),
        ),
        h("a", { href: address.of("log", { thread: thread.key }) }, words.text("threads.log")),
      ),
    ];
  }

  #badges({ closedBy, premoderated, slowModeSeconds, pinned }: ModeratedThread): Child[] {
    const { words } = this.#room;
    const badges = [
      closedBy && words.text(closedBy === "age" ? "threads.closedByAge" : "threads.closed"),
      premoderated && words.text("threads.premoderated"),
      slowModeSeconds > 0 &&
      words.text("threads.slow", { time: this.#room.duration(slowModeSeconds) }),
      pinned.length > 0 && words.plural("threads.pins", pinned.length),
    ];
    return badges.map((badge) => badge && h("span", { class: "badge warn" }, badge));
  }

  async #turned(closed: boolean, act: Act): Promise<void> {
    const { words } = this.#room;
    const done = await act.run(() => this.#desk.change({ closed }));
    if (!done) return;
    act.say(words.text(closed ? "threads.closedNow" : "threads.openNow"));
    if (this.#forGood.hidden && document.activeElement === document.body) this.#turn.focus();
  }

  #toggle(): void {
    this.#expand(this.#desk.element.hidden);
  }

  #expand(open: boolean): void {
    this.#desk.element.hidden = !open;
    this.#open.ariaExpanded = String(open);
    if (open) this.#desk.opened();
  }
}
