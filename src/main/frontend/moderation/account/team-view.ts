import { type Child, h } from "../../shared/dom.ts";
import type { Place, View } from "../shell/view.ts";
import type { Member, Team } from "./contract.ts";
import { type Door, doorOf } from "./door.ts";
import { InvitationsPanel } from "./invitations-panel.ts";
import { item } from "./item.ts";
import { moment } from "./moment.ts";
import { Panel } from "./panel.ts";
import { unkept } from "./shown-once.ts";

/** Who moderates the site, and who is invited to. */
export function teamView(place: Place): View {
  const door = doorOf(place, place.signal);
  const team = new TeamPage(door, place);
  return {
    element: team.element,
    show: () => team.title.focus(),
    close: () => {},
    unsaved: () => unkept(team.element, door),
  };
}

class TeamPage {
  readonly element: HTMLElement;
  readonly title: HTMLElement;
  readonly #door: Door;
  readonly #place: Place;
  readonly #members: Panel;
  readonly #invitations: InvitationsPanel | null;

  constructor(door: Door, place: Place) {
    const { words } = door;
    const { site } = place.desk;
    const owner = place.session.sites.some(({ id, role }) => id === site && role === "owner");
    this.#door = door;
    this.#place = place;
    this.title = h("h1", { tabindex: -1 }, words.text("team.title"));
    this.#members = new Panel(door, words.text("team.members"));
    this.#invitations = owner ? new InvitationsPanel(door, place) : null;
    this.element = h(
      "div",
      { class: "account settings-column" },
      h(
        "div",
        { class: "head" },
        h("div", {}, this.title, h("p", { class: "muted" }, words.text("team.lead", { site }))),
      ),
      h("div", { class: "stack" }, this.#members.element, this.#invitations?.element),
    );
    void this.#load();
  }

  #load(): Promise<void> {
    return this.#members.load(
      () => this.#place.desk.ask<Team>("GET", "team"),
      ({ members, invitations }) => {
        this.#invitations?.show(invitations);
        return this.#list(members);
      },
    );
  }

  #list(members: readonly Member[]): Child[] {
    const list = h("ul", { class: "items" }, ...members.map((member) => this.#item(member)));
    const note = this.#invitations ? "" : this.#door.words.text("team.readOnly");
    return [list, note && h("p", { class: "hint" }, note)];
  }

  #item(member: Member): HTMLElement {
    const { words } = this.#door;
    const { name, role, since, lastSeenAt, you } = member;
    const badge = h(
      "span",
      { class: role === "owner" ? "badge accent" : "badge" },
      words.text(`team.${role}`),
    );
    return item(
      [
        h("bdi", {}, name),
        " ",
        badge,
        you && " ",
        you && h("span", { class: "badge" }, words.text("team.you")),
      ],
      [
        moment(this.#door, "team.since", since),
        lastSeenAt ? moment(this.#door, "team.seen", lastSeenAt) : words.text("team.unseen"),
      ],
      ...this.#actions(member),
    );
  }

  #actions(member: Member): Child[] {
    if (!this.#invitations) return [];
    const { words } = this.#door;
    const { name, role, you } = member;
    const panel = this.#members;
    const other = role === "owner" ? "team.makeModerator" : "team.makeOwner";
    const out = words.text(you ? "team.leave" : "team.remove");
    return [
      panel.button(words.text(other), () => this.#change(member), name),
      panel.button(out, () => this.#remove(member), name, "danger"),
    ];
  }

  async #change({ id, name, role, you }: Member): Promise<void> {
    const { words } = this.#door;
    const act = role === "owner" ? "team.makeModerator" : "team.makeOwner";
    const next = role === "owner" ? "moderator" : "owner";
    if (!await this.#place.confirm(words.text(`${act}Sure`, { name }), words.text(act))) return;
    await this.#act("PATCH", id, { role: next }, words.text("team.changed", { name }), you);
  }

  async #remove({ id, name, you }: Member): Promise<void> {
    const { words } = this.#door;
    const { site } = this.#place.desk;
    const question = you
      ? words.text("team.leaveSure", { site })
      : words.text("team.removeSure", { name });
    if (!await this.#place.confirm(question, words.text(you ? "team.leave" : "team.remove"))) {
      return;
    }
    await this.#act("DELETE", id, undefined, words.text("team.removed", { name }), you);
  }

  async #act(
    method: "PATCH" | "DELETE",
    id: string,
    body: unknown,
    told: string,
    you: boolean,
  ): Promise<void> {
    const { desk, stepUp, renew, address } = this.#place;
    await this.#members.run(async () => {
      await stepUp(() => desk.ask(method, `team/members/${id}`, { body }));
      if (you) {
        // What is shown depends on the role that has just changed.
        await renew();
        this.#place.toast(told);
        return address.set({}, true);
      }
      await this.#load();
      this.#members.tell(told);
      this.#members.heading.focus();
    }, ({ status }) => status === 409 ? this.#door.words.text("team.last") : null);
  }
}
