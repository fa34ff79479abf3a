import { h } from "../../shared/dom.ts";
import type { Address } from "../shell/address.ts";
import { Field } from "../shell/field.ts";
import type { CoreStrings } from "../shell/view.ts";
import { type Filter, FILTERS, type Listing, type Screen, SCREENS } from "./filters.ts";

type Form = Exclude<Filter, "author">;
type Control = HTMLInputElement | HTMLSelectElement;

/** What narrows the list: the search, a form for the rest, and a chip for each that is in force. */
export class FilterBar {
  readonly search: HTMLElement;
  readonly form: HTMLElement;
  readonly chips: HTMLElement;
  readonly #address: Address;
  readonly #strings: CoreStrings;
  readonly #nameOf: (author: string) => string | null;
  readonly #controls: Readonly<Record<Form, Control>>;
  readonly #toggle: HTMLButtonElement;

  /** `nameOf` tells the name of an author who is on the page. */
  constructor(address: Address, strings: CoreStrings, nameOf: (author: string) => string | null) {
    this.#address = address;
    this.#strings = strings;
    this.#nameOf = nameOf;
    this.#controls = controls(strings);
    this.#toggle = h(
      "button",
      {
        type: "button",
        "aria-expanded": "false",
        "aria-controls": "filters",
        onclick: () => this.#open(this.form.hidden),
      },
      strings.text("filters"),
    );
    this.search = h(
      "form",
      { class: "search", role: "search", onsubmit: (event: Event) => this.#apply(event) },
      this.#controls.q,
      this.#toggle,
    );
    this.form = this.#form();
    this.chips = h("ul", { class: "chips", "aria-label": strings.text("filtersInForce") });
  }

  /** Shows what is in force. */
  show({ filters }: Listing): void {
    for (const [name, control] of Object.entries(this.#controls)) {
      const value = filters.get(name as Filter) ?? "";
      if (isCheck(control)) control.checked = value === "true";
      else control.value = value;
    }
    this.chips.replaceChildren(...[...filters].map(([name, value]) => this.#chip(name, value)));
    this.chips.hidden = filters.size === 0;
  }

  focusSearch(): void {
    this.#controls.q.focus();
    (this.#controls.q as HTMLInputElement).select();
  }

  #form(): HTMLElement {
    const { thread, reason, hasLink, from, to } = this.#controls;
    const words = this.#strings;
    return h(
      "form",
      {
        id: "filters",
        class: "card filters",
        hidden: true,
        onsubmit: (event: Event) => this.#apply(event),
        onkeydown: ({ key, isComposing }: KeyboardEvent) =>
          key === "Escape" && !isComposing && this.#open(false),
      },
      new Field(thread as HTMLInputElement, words.text("filter.thread")).element,
      new Field(reason as HTMLSelectElement, words.text("filter.reason")).element,
      new Field(from as HTMLInputElement, words.text("filter.from")).element,
      new Field(to as HTMLInputElement, words.text("filter.to")).element,
      h("label", { class: "choice" }, hasLink, words.text("filter.hasLink")),
      h("div", { class: "buttons" }, h("button", { class: "primary" }, words.text("apply"))),
    );
  }

  #open(open: boolean): void {
    this.form.hidden = !open;
    this.#toggle.setAttribute("aria-expanded", `${open}`);
    if (open) this.#controls.thread.focus();
    else this.#toggle.focus();
  }

  #apply(event: Event): void {
    event.preventDefault();
    const changes = Object.entries(this.#controls).map(([name, control]) => [
      name,
      isCheck(control) ? (control.checked ? "true" : null) : control.value.trim(),
    ]);
    if (!this.form.hidden) this.#open(false);
    this.#address.set(Object.fromEntries(changes));
  }

  #chip(name: Filter, value: string): HTMLElement {
    const words = this.#strings;
    const label = name === "hasLink"
      ? words.text("filter.hasLink")
      : `${words.text(`filter.${name}`)}: `;
    const onclick = () => {
      this.#address.set({ [name]: null });
      this.#controls.q.focus();
    };
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "chip", onclick },
        h("span", {}, label, name !== "hasLink" && h("bdi", {}, this.#valueWords(name, value))),
        h("span", { "aria-hidden": "true" }, "✕"),
        h("span", { class: "apart" }, words.text("removeFilter")),
      ),
    );
  }

  #valueWords(name: Filter, value: string): string {
    if (name === "author") return this.#nameOf(value) ?? value;
    if (name === "reason" && SCREENS.includes(value as Screen)) {
      return this.#strings.text(`why.${value as Screen}`);
    }
    return value;
  }
}

/** All filters taken back. */
export const NO_FILTERS: Readonly<Record<string, null>> = Object.fromEntries(
  FILTERS.map((name) => [name, null]),
);

function controls(words: CoreStrings): Record<Form, Control> {
  return {
    q: h("input", {
      id: "q",
      type: "search",
      dir: "auto",
      maxlength: 200,
      placeholder: words.text("filter.q"),
      "aria-label": words.text("filter.q"),
      "aria-keyshortcuts": "/",
    }),
    thread: h("input", { id: "filter-thread", dir: "auto" }),
    reason: h(
      "select",
      { id: "filter-reason" },
      h("option", { value: "" }, words.text("any")),
      ...SCREENS.map((screen) => h("option", { value: screen }, words.text(`why.${screen}`))),
    ),
    hasLink: h("input", { id: "filter-link", type: "checkbox" }),
    from: h("input", { id: "filter-from", type: "date" }),
    to: h("input", { id: "filter-to", type: "date" }),
  };
}

function isCheck(control: Control): control is HTMLInputElement {
  return control.type === "checkbox";
}
