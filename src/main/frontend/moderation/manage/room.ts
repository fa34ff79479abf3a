import type { ApiError } from "../../shared/api-error.ts";
import { type Child, h } from "../../shared/dom.ts";
import type { Strings } from "../../shared/i18n.ts";
import { exact, relative } from "../../shared/time.ts";
import type { Place, View } from "../shell/view.ts";
import { english } from "./english.ts";
import { problem } from "./problems.ts";

export type Words = Strings<typeof english>;

const UNITS: readonly (readonly [unit: string, seconds: number])[] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** What the parts of these views are given: their place, and the words of this module. */
export class Room {
  readonly place: Place;
  readonly words: Words;

  constructor(place: Place) {
    this.place = place;
    this.words = place.strings.of(english);
  }

  number(n: number): string {
    return this.#format({}).format(n);
  }

  /** With its sign also when it is positive. */
  signed(n: number): string {
    return this.#format({ signDisplay: "always" }).format(n);
  }

  /** “90 seconds”, “2 hours”: in the largest unit that says it without a fraction, or nearly. */
  duration(seconds: number): string {
    const [unit, length] =
      UNITS.find(([, length]) => seconds >= length && seconds % length === 0) ??
        UNITS.find(([, length]) => seconds >= 2 * length) ?? ["second", 1];
    return this.#format({ style: "unit", unit, unitDisplay: "long" })
      .format(Math.round(seconds / length));
  }

  /** How long ago it was, and in full to whoever points at it. */
  time(at: string): HTMLElement {
    const [time, strings] = [new Date(at), this.words];
    return h(
      "time",
      { datetime: at, title: exact(time, strings) },
      relative(time, new Date(), strings),
    );
  }

  exact(at: string): string {
    return exact(new Date(at), this.words);
  }

  problem(error: unknown): string {
    return problem(error as ApiError, this.words);
  }

  #format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return new Intl.NumberFormat([this.words.lang, "en"], options);
  }
}

/** A view under its heading; `more` are what it can do beside showing itself. */
export function sheet(title: string, content: Child[], more: Partial<View> = {}): View {
  const heading = h("h1", { tabindex: -1 }, title);
  return {
    element: h("div", { class: "sheet" }, heading, ...content),
    show: () => heading.focus(),
    close: () => {},
    ...more,
  };
}

let count = 0;

/** An id that nothing else in the page has. */
export function uniqueId(): string {
  return `manage-${++count}`;
}

/** What people typed, apart from the direction of the words around it. */
export function typed(
  text: string,
  tag: "bdi" | "p" | "h2" | "h3" | "code" | "strong" = "bdi",
): HTMLElement {
  return h(tag, { dir: "auto" }, text);
}

export function button(
  label: string,
  onclick: () => void,
  props: Record<string, string | boolean | null> = {},
): HTMLButtonElement {
  return h("button", { type: "button", onclick, ...props }, label);
}

/** Puts these, and nothing else, into an element. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child) => child) as (Node | string)[]);
}
