import type { ApiError } from "../../shared/api-error.ts";
import type { QueueItem, Status, Totals } from "../desk/contract.ts";
import { type Decided, Live, type Looker } from "../desk/live.ts";
import type { Place } from "../shell/view.ts";
import { Arrivals } from "./arrivals.ts";
import { Looking } from "./looking.ts";
import type { Shelf } from "./shelf.ts";
import { belongs, decided, hasOpenFlags } from "./tabs.ts";
import { statusWord } from "./words.ts";

/** What the queue is told of what happens elsewhere. */
export interface WatchEvents {
  totals(totals: Totals): void;
  news(count: number): void;
  connected(is: boolean): void;
  signedOut(): void;
  shelf(): Shelf;
  isOwn(id: string): boolean;
  changed(): void;
}

const POLL_MS = 15_000;
const SOON_MS = 2_000;

/** Keeps the list that is shown in step with what others do, without moving anything in it. */
export class Watch {
  readonly #place: Place;
  readonly #events: WatchEvents;
  readonly #looking: Looking;
  readonly #live: Live;
  #arrivals: Arrivals;
  #lookers: readonly Looker[] = [];
  #isLive = false;
  #wasLive = false;
  #isAway = false;
  #poll = 0;
  #touches = 0;

  constructor(place: Place, events: WatchEvents) {
    const { desk, signal } = place;
    this.#place = place;
    this.#events = events;
    this.#looking = new Looking(desk, signal);
    this.#arrivals = this.#newArrivals();
    this.#live = new Live(desk, {
      totals: (totals) => events.totals(totals),
      arrived: (_, status) => this.#arrived(status),
      decided: (change) => this.#decided(change),
      flagged: () => events.shelf().listing.tab === "flagged" && this.#arrivals.look(),
      looking: (who) => this.#lookedAt(who),
      connected: (is) => this.#connected(is),
    }, signal);
    void this.#count();
  }

  /** Another list is shown. */
  listed(): void {
    this.#arrivals.close();
    this.#arrivals = this.#newArrivals();
    this.#events.news(0);
  }

  /** Which card is the current one. */
  at(comment: string | null): void {
    this.#looking.at(comment);
  }

  /** The names of who else has that comment open. */
  lookers(id: string): string[] {
    return this.#lookers.filter(({ comment }) => comment === id).map(({ name }) => name);
  }

  /** Something was decided here: counts that were asked for before are old. */
  touched(): void {
    this.#touches++;
    if (!this.#isLive) this.#countLater(SOON_MS);
  }

  takeNews(): QueueItem[] {
    return this.#arrivals.take();
  }

  close(): void {
    clearTimeout(this.#poll);
    this.#arrivals.close();
  }

  #newArrivals(): Arrivals {
    const { shelf } = this.#events;
    return new Arrivals(
      () => shelf().askNew(),
      (id) => shelf().hasShown(id) || this.#events.isOwn(id),
      (count) => this.#events.news(count),
    );
  }

  #arrived(status: Status): void {
    if (belongs(this.#events.shelf().listing.tab, { status, flags: [] })) this.#arrivals.look();
  }

  #decided(change: Decided): void {
    const { shelf, isOwn, changed } = this.#events;
    const { id, status, by } = change;
    const { list, listing } = shelf();
    this.#arrivals.drop(id);
    const card = list.find(id);
    if (!card || isOwn(id)) return;
    const now = decided(card.item, status);
    const isSame = card.item.status === status;
    if (isSame && hasOpenFlags(now.flags) === hasOpenFlags(card.item.flags)) {
      if (!card.isOvertaken) return;
      card.update(card.item);
    } else if (listing.tab === "all" || isSame && belongs(listing.tab, now)) card.update(now);
    else card.overtake(change);
    changed();
    if (card !== list.current || !card.isOvertaken) return;
    const { strings, announce } = this.#place;
    announce(strings.text("overtaken", { name: by, status: statusWord(status, strings) }));
  }

  #lookedAt(lookers: readonly Looker[]): void {
    const { list } = this.#events.shelf();
    const touched = new Set([...this.#lookers, ...lookers].map(({ comment }) => comment));
    this.#lookers = lookers;
    for (const id of touched) list.find(id)?.showLookers();
  }

  /** After a gap everything may have changed: what is new is asked for, the rest shows itself when it is decided. */
  #connected(is: boolean): void {
    this.#isLive = is;
    if (is && this.#wasLive) this.#arrivals.look();
    if (is) {
      this.#wasLive = true;
      this.#lookedAt([]);
    }
    this.#events.connected(is);
    if (!is) void this.#count();
  }

  #failed(error: ApiError): null {
    if (error.status === 401) this.#events.signedOut();
    return null;
  }

  #countLater(ms: number): void {
    clearTimeout(this.#poll);
    this.#poll = setTimeout(() => void this.#count(), ms);
  }

  /** Without a stream the counts are asked for now and then. */
  async #count(): Promise<void> {
    const { desk, signal } = this.#place;
    const touches = this.#touches;
    clearTimeout(this.#poll);
    const asked = { signal, quiet: true };
    const answer = await desk.ask<{ totals: Totals }>("GET", "totals", asked)
      .catch((error: ApiError) => this.#failed(error));
    if (signal.aborted) return;
    // A stream that is refused while all else is answered keeps its waits.
    if (answer && this.#isAway) this.#live.answered();
    this.#isAway = !answer;
    const isOld = touches !== this.#touches;
    if (answer && !isOld) this.#events.totals(answer.totals);
    if (!this.#isLive || isOld) this.#countLater(isOld ? SOON_MS : POLL_MS);
  }
}
