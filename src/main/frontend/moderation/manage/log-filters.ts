import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import type { Address } from "../shell/address.ts";
import { choice, Field, form, textInput } from "./form.ts";
import { actionName, ACTIONS } from "./log-words.ts";
import { fieldProblem } from "./problems.ts";
import type { Room } from "./room.ts";

const NAMES = ["action", "actor", "thread", "comment", "author", "from", "to"] as const;
type Name = (typeof NAMES)[number];

interface Team {
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

export interface LogFilter {
  /** As in the address: days are those of the reader's clock. */
  readonly typed: Readonly<Record<Name, string>>;
  /** As the service takes it. */
  readonly query: Readonly<Record<string, string>>;
}

/** What the address asks of the log. */
export function asked(address: Pick<Address, "get">): LogFilter {
  const typed = Object.fromEntries(NAMES.map((name) => [name, address.get(name)])) as Record<
    Name,
    string
  >;
  const query = {
    ...typed,
    from: startOf(typed.from, 0),
    to: startOf(typed.to, 1),
  };
  return { typed, query: Object.fromEntries(Object.entries(query).filter(([, value]) => value)) };
}

/** The first moment of a day, or of one after it; what is no day is for the service to refuse. */
function startOf(typed: string, later: number): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed) ?? [];
  if (!year) return typed;
  return new Date(Number(year), Number(month) - 1, Number(day) + later).toISOString();
}

/** What narrows the log; it is kept in the address. */
export class LogFilters {
  readonly element: HTMLElement;
  readonly isSet: boolean;
  readonly #room: Room;
  readonly #fields: Readonly<Record<Name, Field>>;

  constructor(room: Room, { typed }: LogFilter) {
    const { words, place: { address } } = room;
    this.#room = room;
    this.isSet = NAMES.some((name) => typed[name]);
    const text = (name: Name, label: string, hint = "") =>
      new Field(textInput({ value: typed[name], maxlength: 512 }), label, hint);
    const day = (name: Name, label: string) =>
      new Field(h("input", { type: "date", value: typed[name] }), label);
    this.#fields = {
      action: new Field(this.#actions(typed.action), words.text("log.action")),
      actor: new Field(this.#actors(typed.actor), words.text("log.who")),
      thread: text("thread", words.text("log.thread")),
      comment: text("comment", words.text("log.comment")),
      author: text("author", words.text("log.author")),
      from: day("from", words.text("log.from")),
      to: day("to", words.text("log.to")),
    };
    const filters = h(
      "div",
      { class: "filters" },
      ...NAMES.map((name) => this.#fields[name].element),
    );
    const buttons = h(
      "div",
      { class: "buttons" },
      h("button", { class: "primary" }, words.text("log.apply")),
      this.isSet && h("a", { href: address.of("log") }, words.text("log.clear")),
    );
    this.element = h(
      "details",
      { class: "card entry", open: this.isSet },
      h("summary", {}, words.text("log.filters")),
      form(() => this.#apply(), filters, buttons),
    );
  }

  get isWrong(): boolean {
    return Object.values(this.#fields).some((field) => field.isWrong);
  }

  /** Tells what is wrong at the filters; false when it is not theirs. */
  tell(error: unknown): boolean {
    for (const { field, detail } of (error as ApiError).fields ?? []) {
      this.#fields[field as Name]?.problem(fieldProblem(detail, this.#room.words));
    }
    const wrong = Object.values(this.#fields).find((field) => field.isWrong);
    wrong?.control.focus();
    return wrong !== undefined;
  }

  #actions(chosen: string): HTMLSelectElement {
    const { words } = this.#room;
    const known = ACTIONS.map((action) => [action, actionName(action, words)] as const);
    return choice([["", words.text("log.any")], ...known], chosen);
  }

  /** Whoever could have been it: the team is asked for, and is no loss where it is not told. */
  #actors(chosen: string): HTMLSelectElement {
    const { words, place: { desk, signal } } = this.#room;
    const always = ["console", "admin", "flags"] as const;
    const select = choice([
      ["", words.text("log.any")],
      ...always.map((who) =>
        [who === "flags" ? "system:flags" : who, words.text(`log.who.${who}`)] as const
      ),
    ], chosen);
    const add = (actor: string, name: string) => {
      const known = [...select.options].find(({ value }) => value === actor);
      if (known) known.textContent = name;
      else select.append(h("option", { value: actor }, name));
    };
    if (chosen && select.value !== chosen) add(chosen, chosen);
    select.value = chosen;
    desk.ask<Team>("GET", "team", { signal }).then(
      ({ members }) => members.forEach(({ id, name }) => add(`account:${id}`, name)),
      () => {},
    );
    return select;
  }

  #apply(): void {
    const typed = NAMES.map((name) => [name, this.#fields[name].value.trim() || null] as const);
    this.#room.place.address.set(Object.fromEntries(typed));
  }
}
