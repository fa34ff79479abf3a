import { type Child, h } from "../../shared/dom.ts";
import { state } from "../shell/states.ts";
import type { MakeView } from "../shell/view.ts";
import type { ModeratedThread, Threads } from "./contract.ts";
import { Field, form, textInput } from "./form.ts";
import { type Page, Pages, Region } from "./region.ts";
import { Room, sheet } from "./room.ts";
import { ThreadCard } from "./thread-card.ts";

/** The threads of the site, the newest first, or the one of the address. */
export const threads: MakeView = (place) => {
  const room = new Room(place);
  const wanted = place.address.get("thread");
  const load = async (after: string | null): Promise<Page<ModeratedThread>> => {
    const query = { thread: wanted, after, limit: 30 };
    const page = await place.desk.ask<Threads>("GET", "threads", { query, signal: place.signal });
    return { items: page.threads, next: page.next };
  };
  const region = new Region(
    room,
    () => load(null),
    (first) => shown(room, first, load, wanted, () => void region.reload()),
  );
  return sheet(place.strings.text("view.threads"), [finder(room, wanted), region.element]);
};

function shown(
  room: Room,
  first: Page<ModeratedThread>,
  load: (after: string | null) => Promise<Page<ModeratedThread>>,
  wanted: string,
  reload: () => void,
): Child[] {
  const { words } = room;
  if (first.items.length === 0) {
    return [state(words.text(wanted ? "threads.unknown" : "threads.empty"), "")];
  }
  const card = (thread: ModeratedThread) =>
    new ThreadCard(room, thread, wanted !== "", reload).element;
  return [new Pages(room, first, load, card).element];
}

function finder(room: Room, wanted: string): HTMLElement {
  const { words, place } = room;
  const input = textInput({ value: wanted, type: "search", maxlength: 512 });
  const field = new Field(
    input,
    words.text("threads.find"),
    words.text("threads.findHint"),
    h("button", {}, words.text("threads.search")),
    wanted && h("a", { href: place.address.of("threads") }, words.text("threads.all")),
  );
  const search = form(
    () => place.address.set({ thread: input.value.trim() || null }),
    field.element,
  );
  search.setAttribute("role", "search");
  return search;
}
