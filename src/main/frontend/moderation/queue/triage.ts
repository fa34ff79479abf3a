import type { ApiError } from "../../shared/api-error.ts";
import type { QueueItem, Result, Status } from "../desk/contract.ts";
import { reason } from "../shell/states.ts";
import type { Place } from "../shell/view.ts";
import { canBecome } from "./card-actions.ts";
import type { CardList } from "./card-list.ts";
import { summary } from "./card.ts";
import { decide, type Outcome } from "./decisions.ts";
import type { Listing } from "./filters.ts";
import { successor } from "./order.ts";
import { belongs, decided } from "./tabs.ts";
import type { Done, UndoStack } from "./undo.ts";
import { statusWord } from "./words.ts";

/** The list that is shown while somebody decides. */
export interface Shown {
  readonly name: string;
  readonly listing: Listing;
  readonly list: CardList;
  /** Comments went from one status to another. */
  counted(from: readonly QueueItem[], to: readonly QueueItem[]): void;
  /** The list has changed. */
  changed(): void;
}

/** Decides and takes back: the list changes at once, the server is asked behind it. */
export class Triage {
  readonly #place: Place;
  readonly #undo: UndoStack;
  readonly #shown: () => Shown;
  /** How many requests are under way for a comment. */
  readonly #own = new Map<string, number>();

  constructor(place: Place, undo: UndoStack, shown: () => Shown) {
    this.#place = place;
    this.#undo = undo;
    this.#shown = shown;
  }

  /** Whether this moderator is just deciding about it. */
  isOwn(id: string): boolean {
    return this.#own.has(id);
  }

  decide(comments: readonly QueueItem[], to: Status): void {
    const { announce, toast, strings } = this.#place;
    const items = comments.filter((item) => canBecome(item, to));
    if (items.length === 0) return announce(strings.text("nothingToDecide"));
    const { name, list } = this.#shown();
    const next = successor(
      list.order,
      new Set(items.map(({ id }) => id)),
      list.current?.id ?? null,
    );
    this.#apply(items, items.map((item) => decided(item, to)));
    list.focus(next);
    const done: Done = { items, status: to, list: name, answered: Promise.resolve() };
    this.#undo.push(done);
    toast(this.#words(items, to), { label: this.undoWords(), act: () => void this.undo() });
    done.answered = this.#send(items, to);
  }

  /** What the next undo would do; empty when there is nothing to undo. */
  undoWords(): string {
    const { top } = this.#undo;
    const { strings } = this.#place;
    if (!top) return "";
    const to = new Set(top.items.map((item) => target(item, top)));
    const status = to.size === 1 ? statusWord([...to][0]!, strings) : strings.text("asBefore");
    return top.items.length === 1
      ? strings.text("undoOne", { name: top.items[0]!.author.name, status })
      : strings.plural("undoMany", top.items.length).replace("{status}", status);
  }

  async undo(): Promise<void> {
    const { announce, toast, strings, desk } = this.#place;
    const done = this.#undo.pop();
    if (!done) return announce(strings.text("nothingToUndo"));
    const before = done.items.map((item) => restored(item, done));
    const { list } = this.#shown();
    const next = successor(
      list.order,
      new Set(before.map(({ id }) => id)),
      list.current?.id ?? null,
    );
    this.#apply(done.items.map((item) => decided(item, done.status)), before, done.list);
    this.#refocus(before[0]!.id, next);
    toast(this.#words(before, before[0]!.status));
    await done.answered;
    const steps = before.map(({ id, status }) => ({ id, to: status, basedOn: done.status }));
    const outcome = await this.#while(before, () => decide(desk, steps));
    this.#overtaken(outcome.taken, new Map(steps.map(({ id, to }) => [id, to])));
    if (outcome.failed.length === 0) return;
    const failed = new Set(outcome.failed.map(({ id }) => id));
    const items = done.items.filter(({ id }) => failed.has(id));
    this.#apply(
      before.filter(({ id }) => failed.has(id)),
      items.map((item) => decided(item, done.status)),
    );
    this.#undo.push({ ...done, items, answered: Promise.resolve() });
    this.#failed(outcome.failed[0]!.error, items.length, () => void this.undo());
  }

  /** On what came back, where it is on this list; else on what is next to what has left it. */
  #refocus(back: string, next: string | null): void {
    const { list } = this.#shown();
    if (list.find(back)) list.focus(back);
    else if (!list.current) list.focus(next);
  }

  async #send(items: readonly QueueItem[], to: Status): Promise<void> {
    const steps = items.map(({ id, status }) => ({ id, to, basedOn: status }));
    const outcome = await this.#while(items, () => decide(this.#place.desk, steps));
    this.#overtaken(outcome.taken, new Map(items.map(({ id }) => [id, to])), items);
    if (outcome.failed.length) this.#giveBack(outcome, items, to);
  }

  /** What the server did not take is back in its place. */
  #giveBack({ failed }: Outcome, items: readonly QueueItem[], to: Status): void {
    const ids = new Set(failed.map(({ id }) => id));
    const back = items.filter(({ id }) => ids.has(id));
    this.#undo.forget(ids);
    this.#apply(back.map((item) => decided(item, to)), back);
    const { list } = this.#shown();
    if (document.activeElement === document.body) list.focus(list.current?.id ?? back[0]!.id);
    this.#failed(failed[0]!.error, back.length, () => this.decide(back, to));
  }

  #failed(error: ApiError, count: number, retry: () => void): void {
    const { strings, toast, signal } = this.#place;
    if (signal.aborted) return;
    const words = `${strings.plural("notSaved", count)} ${reason(error, strings)}`;
    toast(words, { label: strings.text("retry"), act: retry });
  }

  /** Greys out what somebody else was faster with; that they decided the same is as good. */
  #overtaken(
    taken: readonly Result[],
    wanted: ReadonlyMap<string, Status>,
    items: readonly QueueItem[] = [],
  ): void {
    const lost = taken.filter(({ id, overtaken, status }) =>
      overtaken && status !== wanted.get(id)
    );
    if (lost.length === 0) return;
    const { list, listing } = this.#shown();
    const { strings, toast } = this.#place;
    const ids = new Set(lost.map(({ id }) => id));
    this.#undo.forget(ids);
    list.put(items.filter((item) => ids.has(item.id) && belongs(listing.tab, item)));
    for (const { id, status, decidedBy, decidedAt } of lost) {
      const at = decidedAt ?? new Date().toISOString();
      list.find(id)?.overtake({ id, status, by: decidedBy ?? "?", at });
    }
    this.#shown().changed();
    const [first] = lost;
    const status = statusWord(first!.status, strings);
    toast(strings.text("overtaken", { name: first!.decidedBy ?? "?", status }));
  }

  /** Shows comments as they are now: where the list has a place for them, else not. */
  #apply(from: readonly QueueItem[], to: readonly QueueItem[], of?: string): void {
    const { name, list, listing, counted, changed } = this.#shown();
    const isHere = (of ?? name) === name || listing.filters.size === 0;
    const stay = to.filter((item) => belongs(listing.tab, item));
    list.remove(to.filter((item) => !stay.includes(item)).map(({ id }) => id));
    list.put(stay.filter(({ id }) => isHere || list.find(id)));
    counted(from, to);
    changed();
  }

  #words(items: readonly QueueItem[], status: Status): string {
    const { strings } = this.#place;
    const word = statusWord(status, strings);
    return items.length === 1
      ? `${word} · ${summary(items[0]!)}`
      : `${word} · ${strings.plural("comments", items.length)}`;
  }

  async #while<T>(items: readonly QueueItem[], act: () => Promise<T>): Promise<T> {
    for (const { id } of items) this.#own.set(id, (this.#own.get(id) ?? 0) + 1);
    try {
      return await act();
    } finally {
      for (const { id } of items) {
        const left = this.#own.get(id)! - 1;
        if (left) this.#own.set(id, left);
        else this.#own.delete(id);
      }
    }
  }
}

/** What undoing makes of a comment. Reports that were dismissed are opened by holding it: there is no other way back to them. */
function target(item: QueueItem, done: Done): Status {
  return item.status === done.status ? "pending" : item.status;
}

function restored(item: QueueItem, done: Done): QueueItem {
  const status = target(item, done);
  return status === item.status && status !== "approved" ? item : decided(item, status);
}
