import { h } from "../../shared/dom.ts";
import type { QueueItem, Status, Totals } from "../desk/contract.ts";
import type { View } from "../shell/view.ts";
import { BanMenu } from "./ban-menu.ts";
import { type BarEvents, Bars } from "./bars.ts";
import type { Card, CardEvents } from "./card.ts";
import { ContextDock } from "./context-dock.ts";
import { dropFragment, fragment } from "../shell/address.ts";
import { FilterBar } from "./filter-bar.ts";
import { listing } from "./filters.ts";
import { Head } from "./head.ts";
import { Keyboard } from "./keyboard.ts";
import { keepUp } from "./keep-up.ts";
import { openInPage } from "./look.ts";
import { Picks } from "./picks.ts";
import type { QueuePlace } from "./queue-place.ts";
import { Shelf } from "./shelf.ts";
import { moved, tabNamed, TABS } from "./tabs.ts";
import { Triage } from "./triage.ts";
import { Watch } from "./watch.ts";

/** The queue: one list of comments at a time, and everything that can be done with them. */
export class QueueView implements View {
  readonly element: HTMLElement;
  readonly #place: QueuePlace;
  readonly #head: Head;
  readonly #filters: FilterBar;
  readonly #bars: Bars;
  readonly #triage: Triage;
  readonly #context: ContextDock;
  readonly #watch: Watch;
  readonly #picks: Picks;
  readonly #keyboard: Keyboard;
  readonly #body = h("div", { class: "queue-body" });
  #shelf: Shelf;
  #totals: Totals | null = null;
  #byKey = false;

  constructor(place: QueuePlace) {
    const { strings, address, undo } = place;
    this.#place = place;
    this.#filters = new FilterBar(address, strings, (id) => this.#shelf?.list.nameOf(id) ?? null);
    this.#head = new Head(place, this.#filters, {
      undo: () => void this.#triage.undo(),
      help: () => this.#keyboard.help(),
      news: () => this.#showNews(),
    });
    this.#triage = new Triage(place, undo, () => this.#shown());
    const events = this.#barEvents();
    this.#bars = new Bars(events, strings);
    this.#picks = new Picks(place, () => this.#shelf.list, () => this.#showBars());
    this.#keyboard = new Keyboard(place, {
      ...events,
      move: (by) => this.#shelf.list.move(by),
      extendBy: (by) => this.#picks.extend(by),
      search: () => this.#filters.focusSearch(),
      tab: (at) => this.#tab(at),
    });
    this.#context = new ContextDock(place);
    this.#shelf = this.#newShelf();
    this.#watch = new Watch(place, {
      totals: (totals) => this.#count(totals),
      news: (count) => this.#head.news(count),
      connected: (is) => this.#head.connected(is),
      signedOut: () => this.#head.signedOut(),
      shelf: () => this.#shelf,
      isOwn: (id) => this.#triage.isOwn(id),
      changed: () => this.#changed(),
    });
    this.element = h(
      "section",
      { class: "queue", "aria-labelledby": "queue" },
      this.#head.element,
      h("div", { class: "queue-columns" }, this.#body, this.#context.element),
      this.#bars.element,
    );
    undo.changed = () => this.#head.undoable(this.#triage.undoWords());
    undo.changed();
    keepUp(place, this.#body, () => this.#shelf.list);
    this.moved();
  }

  show(): void {
    this.#head.heading.focus();
  }

  close(): void {
    this.#shelf.close();
    this.#watch.close();
  }

  moved(): void {
    const wanted = fragment("comment");
    if (wanted) dropFragment();
    if (wanted) this.#place.address.settle({ tab: "all" });
    this.#shelf.close();
    this.#shelf = this.#newShelf();
    this.#picks.clear();
    this.#context.close();
    this.#head.at(this.#shelf.listing);
    this.#body.replaceChildren(this.#shelf.element);
    this.#bars.show(null, 0);
    this.#changed();
    void this.#load(this.#shelf, wanted);
  }

  async #load(shelf: Shelf, wanted: string | null): Promise<void> {
    const first = this.#byKey || document.activeElement === document.body;
    this.#byKey = false;
    this.#watch.listed();
    await shelf.load(wanted);
    if (shelf !== this.#shelf || shelf.list.current) return;
    const id = shelf.list.find(wanted)?.id ?? shelf.list.order[0] ?? null;
    this.#head.at(shelf.listing);
    if (!first && !wanted) return shelf.list.choose(id);
    if (id) shelf.list.focus(id);
    else shelf.focusEmpty();
    if (!wanted) scrollTo({ top: 0 });
  }

  #newShelf(): Shelf {
    const to = listing(this.#place.address);
    return new Shelf(
      to,
      this.#place,
      this.#cardEvents(to.tab === "all" || to.tab === "flagged"),
      (card) => {
        this.#watch.at(card?.id ?? null);
        this.#context.follow(card);
        if (card) this.#shelf.reached(card);
        this.#showBars();
      },
    );
  }

  #cardEvents(showsStatus: boolean): CardEvents {
    const { strings, address } = this.#place;
    return {
      strings,
      showsStatus,
      decide: (card, to) => {
        this.#shelf.list.choose(card.id);
        this.#triage.decide([card.item], to);
      },
      select: (card, extend) => this.#picks.pick(card, extend),
      context: (card) => this.#context.toggle(card),
      ban: (card) => this.#ban(card),
      open: (card) => void openInPage(card.item, this.#place),
      lookers: (id) => this.#watch.lookers(id),
      address: ({ thread, author }) => ({
        thread: address.with({ view: "queue", thread: thread.key }),
        author: address.with({ view: "queue", author: author.id, tab: "all" }),
      }),
    };
  }

  #barEvents(): BarEvents {
    const current = (act: (card: Card) => void) => () => {
      const card = this.#shelf.list.current;
      if (card) act(card);
    };
    return {
      decide: (to) => this.#decide(to),
      selectAll: () => this.#picks.all(),
      clear: () => this.#picks.clear(),
      select: current((card) => this.#picks.pick(card)),
      extend: current((card) => this.#picks.pick(card, true)),
      context: current((card) => this.#context.toggle(card)),
      ban: current((card) => this.#ban(card)),
      open: current((card) => void openInPage(card.item, this.#place)),
      undo: () => void this.#triage.undo(),
    };
  }

  #shown(): ReturnType<ConstructorParameters<typeof Triage>[2]> {
    return {
      name: this.#shelf.name,
      listing: this.#shelf.listing,
      list: this.#shelf.list,
      counted: (from, to) => this.#counted(from, to),
      changed: () => this.#changed(),
    };
  }

  #decide(to: Status): void {
    const { list } = this.#shelf;
    const picked = this.#picks.cards();
    const cards = picked.length ? picked : [list.current].filter((card) => card !== null);
    this.#triage.decide(cards.filter((card) => !card.isOvertaken).map((card) => card.item), to);
    this.#picks.clear();
  }

  #changed(): void {
    const { list } = this.#shelf;
    this.#picks.show();
    this.#shelf.settle();
    this.#showBars();
    if (!list.order.length && document.activeElement === document.body) this.#shelf.focusEmpty();
  }

  #counted(from: readonly QueueItem[], to: readonly QueueItem[]): void {
    this.#watch.touched();
    if (this.#totals) {
      this.#count(from.reduce((sum, item, at) => moved(sum, item, to[at]!), this.#totals));
    }
  }

  #count(totals: Totals): void {
    this.#totals = totals;
    this.#head.totals(totals);
    this.#place.waiting(totals.pending);
  }

  #showBars(): void {
    this.#bars.show(this.#shelf.list.current, this.#picks.size);
  }

  #ban(card: Card): void {
    const banned = () => {
      this.#shelf.list.banned(card.item.author.id);
      this.#changed();
    };
    new BanMenu(card.item, this.#place, banned);
  }

  #showNews(): void {
    const items = this.#watch.takeNews();
    this.#shelf.put(items);
    this.#changed();
    const first = this.#shelf.list.order.find((id) => items.some((item) => item.id === id));
    if (first) this.#shelf.list.focus(first);
  }

  #tab(at: number): void {
    this.#byKey = true;
    this.#place.address.set({ tab: tabNamed(TABS[at - 1] ?? ""), view: "queue" });
  }
}
