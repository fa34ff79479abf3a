import { type Child, h } from "../../shared/dom.ts";
import type { Ban, Bans } from "./contract.ts";
import { Act } from "./form.ts";
import { button, fill, type Room, typed } from "./room.ts";

const LOOK_MS = 2_000;

/** A ban as a row; while it removes or gives back comments, the row follows. */
export class BanCard {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #told = h("div", {});
  readonly #work = h("p", { class: "progress", hidden: true });
  readonly #actions = h("div", { class: "buttons" });
  readonly #choice = h("div", { class: "desk", hidden: true });
  readonly #notice = h("p", { class: "notice", hidden: true });
  #ban: Ban;
  #timer = 0;

  constructor(room: Room, ban: Ban) {
    this.#room = room;
    this.#ban = ban;
    this.element = h(
      "li",
      { class: "card ban" },
      this.#told,
      this.#work,
      this.#actions,
      this.#choice,
      this.#notice,
    );
    this.#show(ban);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #show(ban: Ban): void {
    this.#ban = ban;
    fill(this.#told, ...this.#summary(ban));
    this.#showWork(ban);
    fill(this.#actions, ...this.#buttons(ban));
    this.#choice.hidden = true;
  }

  #summary(ban: Ban): Child[] {
    const { words } = this.#room;
    const { address } = this.#room.place;
    const by = { name: ban.createdBy, time: this.#room.exact(ban.createdAt) };
    const facts = [
      ban.until
        ? words.text("bans.endsAt", { time: this.#room.exact(ban.until) })
        : words.text("bans.endless"),
      words.text("bans.by", by),
      ban.liftedAt &&
      words.text("bans.liftedBy", {
        name: ban.liftedBy ?? "",
        time: this.#room.exact(ban.liftedAt),
      }),
      ban.removed > 0 && !ban.work && words.plural("bans.removed", ban.removed),
    ];
    const { authorId } = ban.target;
    return [
      h("h2", {}, h("span", {}, this.#target(ban)), ...this.#badges(ban)),
      typed(ban.reason, "p"),
      h("p", { class: "muted facts" }, ...facts.map((fact) => fact && h("span", {}, fact))),
      authorId &&
      h(
        "p",
        { class: "links" },
        h(
          "a",
          { href: address.of("queue", { tab: "all", author: authorId }) },
          words.text("bans.authorLink"),
        ),
      ),
    ];
  }

  #target({ target }: Ban): string {
    const { words } = this.#room;
    if (target.kind === "author") {
      return words.text("bans.ofAuthor", { name: target.authorName ?? target.authorId ?? "" });
    }
    if (target.kind === "network") {
      return words.text("bans.ofNetwork", { network: target.network ?? "" });
    }
    return words.text(target.kind === "address" ? "bans.ofAddress" : "bans.ofSubnet");
  }

  #badges({ active, liftedAt, shadow }: Ban): Child[] {
    const { words } = this.#room;
    const standing = active ? "bans.isActive" : liftedAt ? "bans.isLifted" : "bans.isOver";
    return [words.text(standing), shadow && words.text("bans.shadowed")]
      .map((badge) => badge && h("span", { class: "badge" }, badge));
  }

  #showWork({ work, removed }: Ban): void {
    const { words } = this.#room;
    this.#work.hidden = !work;
    this.#work.textContent = work
      ? words.plural(work === "remove" ? "bans.removing" : "bans.restoring", removed)
      : "";
    clearTimeout(this.#timer);
    if (work) this.#timer = setTimeout(() => void this.#look(), LOOK_MS);
  }

  /** There is no page of one ban: it is in the one that begins with it, if only it is new enough. */
  async #look(): Promise<void> {
    const { desk, signal } = this.#room.place;
    try {
      const { bans } = await desk.ask<Bans>("GET", "bans", { query: { limit: 100 }, signal });
      const ban = bans.find(({ id }) => id === this.#ban.id);
      if (ban && this.#choice.hidden) this.#follow(ban);
    } catch {
      // The next look tells more than a notice about this one would.
    }
    if (!signal.aborted) this.#showWork(this.#ban);
  }

  #follow(ban: Ban): void {
    if (ban.work && ban.active === this.#ban.active) this.#ban = ban;
    else this.#show(ban);
    if (!ban.work) this.#room.place.announce(this.#room.words.plural("bans.removed", ban.removed));
  }

  #buttons(ban: Ban): Child[] {
    const { words } = this.#room;
    const target = this.#target(ban);
    if (!ban.liftedAt && ban.active) {
      return [
        button(words.text("bans.lift"), () => this.#askHow(ban), {
          "aria-label": words.text("bans.liftOf", { target }),
        }),
      ];
    }
    if (ban.removed === 0 || ban.work) return [];
    const restore = button(words.text("bans.restore"), () => void this.#lift(true, act), {
      title: words.text("bans.restoreHint"),
    });
    const act = new Act(this.#room, restore);
    return [restore, act.notice];
  }

  /** Two ways to lift a ban that removes; else there is only one. */
  #askHow(ban: Ban): void {
    const { words } = this.#room;
    const removes = ban.removed > 0 || ban.work !== null;
    const label = words.text(removes ? "bans.liftOnly" : "bans.lift");
    const lift = button(label, () => void this.#lift(false, lifting), { class: "primary" });
    const lifting = new Act(this.#room, lift);
    const restore = button(words.text("bans.liftAll"), () => void this.#lift(true, restoring));
    const restoring = new Act(this.#room, restore);
    this.#choice.replaceChildren(
      h("p", {}, words.text("bans.liftHow"), " ", removes && words.text("bans.restoreHint")),
      h(
        "div",
        { class: "buttons" },
        lift,
        removes && restore,
        button(words.text("manage.cancel"), () => this.#cancel(), { class: "quiet" }),
      ),
      lifting.notice,
      restoring.notice,
    );
    this.#choice.hidden = false;
    this.#actions.hidden = true;
    lift.focus();
  }

  #cancel(): void {
    this.#choice.hidden = true;
    this.#actions.hidden = false;
    this.#actions.querySelector("button")?.focus();
  }

  async #lift(restore: boolean, act: Act): Promise<void> {
    const { words, place } = this.#room;
    let lifted: Ban | undefined;
    const done = await act.run(async () => {
      const query = { restore: restore ? "true" : null };
      const path = `bans/${this.#ban.id}`;
      lifted = (await place.desk.ask<{ ban: Ban }>("DELETE", path, { query })).ban;
    });
    if (!done || !lifted) return;
    this.#actions.hidden = false;
    this.#show(lifted);
    this.#notice.hidden = false;
    this.#notice.textContent = words.text("bans.lifted");
    place.announce(words.text("bans.lifted"));
    this.#notice.tabIndex = -1;
    this.#notice.focus();
  }
}
