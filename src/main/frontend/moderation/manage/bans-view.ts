import { type Child, h } from "../../shared/dom.ts";
import { state } from "../shell/states.ts";
import type { MakeView } from "../shell/view.ts";
import { BanCard } from "./ban-card.ts";
import { BanForm } from "./ban-form.ts";
import type { Ban, Bans } from "./contract.ts";
import { type Page, Pages, Region } from "./region.ts";
import { Room, sheet } from "./room.ts";

/** Who may not write, and who might not. */
export const bans: MakeView = (place) => {
  const room = new Room(place);
  const all = place.address.get("tab") === "all";
  const cards: BanCard[] = [];
  const load = async (after: string | null): Promise<Page<Ban>> => {
    const query = { active: all ? null : "true", after, limit: 30 };
    const page = await place.desk.ask<Bans>("GET", "bans", { query, signal: place.signal });
    return { items: page.bans, next: page.next };
  };
  const region = new Region(
    room,
    () => load(null),
    (first) => shown(room, first, load, cards, all),
  );
  const entry = new BanForm(room, place.address.get("author"), () => void region.reload());
  return sheet(
    place.strings.text("view.bans"),
    [entry.element, tabs(room, all), region.element],
    { close: () => cards.forEach((card) => card.close()) },
  );
};

function shown(
  room: Room,
  first: Page<Ban>,
  load: (after: string | null) => Promise<Page<Ban>>,
  cards: BanCard[],
  all: boolean,
): Child[] {
  if (first.items.length === 0) {
    return [state(room.words.text(all ? "bans.emptyAll" : "bans.empty"), "")];
  }
  const card = (ban: Ban) => {
    const made = new BanCard(room, ban);
    cards.push(made);
    return made.element;
  };
  return [new Pages(room, first, load, card).element];
}

function tabs({ words, place: { address } }: Room, all: boolean): HTMLElement {
  const tab = (label: string, to: string | null, current: boolean) =>
    h("a", { href: address.with({ tab: to }), "aria-current": current ? "true" : null }, label);
  return h(
    "nav",
    { class: "tabs", "aria-label": words.text("bans.which") },
    tab(words.text("bans.active"), null, !all),
    tab(words.text("bans.all"), "all", all),
  );
}
