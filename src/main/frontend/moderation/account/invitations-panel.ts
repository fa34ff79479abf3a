import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import { exact } from "../../shared/time.ts";
import type { Place } from "../shell/view.ts";
import { Choices } from "./choices.ts";
import type { Invitation, Role } from "./contract.ts";
import type { Door } from "./door.ts";
import { Form } from "./form.ts";
import { item } from "./item.ts";
import { moment } from "./moment.ts";
import { Panel } from "./panel.ts";
import { copyable } from "./shown-once.ts";

interface Invited {
  readonly invitation: Invitation;
  readonly link: string;
}

/** Invites to the team: a link for one person, shown once, and those that wait. */
export class InvitationsPanel {
  readonly element: HTMLElement;
  readonly #door: Door;
  readonly #place: Place;
  readonly #invite: Panel;
  readonly #pending: Panel;
  #invitations: readonly Invitation[] = [];

  constructor(door: Door, place: Place) {
    const { words } = door;
    this.#door = door;
    this.#place = place;
    this.#invite = new Panel(door, words.text("invite.title"));
    this.#pending = new Panel(door, words.text("invite.pending"));
    this.element = h("div", { class: "stack" }, this.#invite.element, this.#pending.element);
    this.#pending.element.hidden = true;
    this.#form();
  }

  show(invitations: readonly Invitation[]): void {
    this.#invitations = invitations;
    this.#pending.element.hidden = invitations.length === 0;
    this.#pending.show(h("ul", { class: "items" }, ...invitations.map((one) => this.#item(one))));
  }

  #form(): Choices {
    const { words } = this.#door;
    const roles = new Choices("radio", words.text("invite.role"), [
      {
        value: "moderator",
        label: words.text("team.moderator"),
        note: words.text("team.moderatorMay"),
        checked: true,
      },
      { value: "owner", label: words.text("team.owner"), note: words.text("team.ownerMay") },
    ]);
    const form = new Form(this.#door, {
      submit: words.text("invite.submit"),
      fields: [],
      content: [roles.element],
      send: () => this.#send(roles.chosen[0] as Role),
      tell: (error: ApiError) => error.status === 409 ? words.text("invite.full") : null,
    });
    this.#invite.show(form.element);
    return roles;
  }

  async #send(role: Role): Promise<void> {
    const { desk, stepUp } = this.#place;
    const { words, strings } = this.#door;
    const { invitation, link } = await stepUp(() =>
      desk.ask<Invited>("POST", "team/invitations", { body: { role } })
    );
    const when = exact(new Date(invitation.expiresAt), strings);
    const done = () => this.#form().focus();
    const title = h("h3", { tabindex: -1 }, words.text("invite.ready"));
    this.#invite.show(h(
      "div",
      { class: "stack once" },
      title,
      h("p", {}, words.text("invite.once", { when })),
      copyable(this.#door, "invitation-link", words.text("invite.link"), link),
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "button", onclick: done }, words.text("action.done")),
      ),
    ));
    title.focus();
    this.show([invitation, ...this.#invitations]);
  }

  #item(invitation: Invitation): HTMLElement {
    const { words, strings } = this.#door;
    const { id, role, name, createdBy, createdAt, expiresAt } = invitation;
    const made = exact(new Date(createdAt), strings);
    const title = name ? words.text("invite.for", { name }) : words.text(`team.${role}`);
    const revoke = this.#pending.button(
      words.text("invite.revoke"),
      () => this.#revoke(id),
      `${title}, ${made}`,
      "danger",
    );
    return item(
      [title],
      [
        createdBy && words.text("invite.by", { name: createdBy }),
        moment(this.#door, "invite.until", expiresAt, true),
      ],
      revoke,
    );
  }

  async #revoke(id: string): Promise<void> {
    const { desk, stepUp } = this.#place;
    await stepUp(() => desk.ask("DELETE", `team/invitations/${id}`));
    this.show(this.#invitations.filter((one) => one.id !== id));
    this.#invite.tell(this.#door.words.text("invite.revoked"));
    this.#invite.heading.focus();
  }
}
