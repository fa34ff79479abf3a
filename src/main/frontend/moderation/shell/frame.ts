import { h } from "../../shared/dom.ts";
import type { Session } from "../desk/contract.ts";
import type { Address } from "./address.ts";
import { icon } from "./icons.ts";
import type { CoreStrings, ViewName } from "./view.ts";

/** In the order of the navigation. */
export const VIEWS: readonly ViewName[] = [
  "queue",
  "dashboard",
  "threads",
  "bans",
  "settings",
  "words",
  "log",
  "team",
  "tokens",
  "account",
];

/** What is around every view: the site, the navigation, who is signed in. */
export class Frame {
  readonly element: HTMLElement;
  readonly main = h("main", { id: "main", tabindex: -1 });
  readonly #strings: CoreStrings;
  readonly #address: Address;
  readonly #links = new Map<ViewName, HTMLAnchorElement>();
  readonly #sites: HTMLElement;
  readonly #menu: HTMLButtonElement;
  readonly #rail: HTMLElement;

  constructor(session: Session, address: Address, strings: CoreStrings) {
    this.#strings = strings;
    this.#address = address;
    this.#sites = h("div", { class: "site" });
    this.#menu = h(
      "button",
      {
        type: "button",
        class: "icon-button menu",
        "aria-expanded": "false",
        "aria-controls": "navigation",
        "aria-label": strings.text("menu"),
        onclick: () => this.#toggle(!this.#rail.classList.contains("open")),
      },
      icon("menu"),
    );
    this.#rail = h(
      "nav",
      { id: "navigation", class: "rail", "aria-label": strings.text("moderation") },
      h("ul", {}, ...VIEWS.map((view) => h("li", {}, this.#link(view, session)))),
    );
    this.element = h(
      "div",
      { class: "frame" },
      h(
        "a",
        { class: "skip", href: "#main", onclick: (e: Event) => this.#skip(e) },
        strings.text("skip"),
      ),
      h("header", { class: "bar" }, this.#menu, this.#brand(), this.#sites),
      this.#rail,
      this.main,
    );
    this.#rail.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#rail.classList.contains("open")) return;
      this.#toggle(false);
      this.#menu.focus();
    });
    this.sites(session);
  }

  /** Marks where we are. */
  at(view: ViewName): void {
    this.#toggle(false);
    for (const [name, link] of this.#links) {
      link.href = this.#address.of(name);
      if (name === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  /** A number beside the name of a view, or none for 0. */
  badge(view: ViewName, count: number): void {
    const place = this.#links.get(view)?.querySelector(".count");
    if (place) place.textContent = count ? this.#strings.compact(count) : "";
  }

  /** Shows the site, as a choice where there are several. */
  sites({ sites }: Session): void {
    const current = this.#address.get("site");
    const only = sites.length === 1 && sites[0]?.id === current;
    this.#sites.replaceChildren(
      only ? h("bdi", { class: "site-name" }, current) : this.#choice(sites, current),
    );
  }

  #choice(sites: Session["sites"], current: string): HTMLElement {
    const known = sites.some(({ id }) => id === current);
    const onchange = (event: Event) => {
      const site = (event.target as HTMLSelectElement).value;
      const view = this.#address.get("view") || "queue";
      this.#address.go(this.#address.of(view, { site }));
    };
    return h(
      "select",
      { "aria-label": this.#strings.text("site"), class: "site-choice", onchange },
      !known && h("option", { value: current, selected: true, disabled: true }, current),
      ...sites.map(({ id }) => h("option", { value: id, selected: id === current }, id)),
    );
  }

  #brand(): HTMLElement {
    return h(
      "a",
      { class: "brand", href: this.#address.of("queue") },
      icon("mark"),
      h("span", {}, "Causerie"),
    );
  }

  #link(view: ViewName, { account }: Session): HTMLElement {
    const words = this.#strings.text(`view.${view}`);
    const link = h(
      "a",
      { href: this.#address.of(view), class: `to-${view}` },
      icon(view),
      h("span", {}, words),
      view === "account" ? h("bdi", { class: "who" }, account.name) : h("span", { class: "count" }),
    );
    this.#links.set(view, link);
    return link;
  }

  #toggle(open: boolean): void {
    this.#rail.classList.toggle("open", open);
    this.#menu.setAttribute("aria-expanded", `${open}`);
    if (open) this.#rail.querySelector<HTMLElement>("a")?.focus();
  }

  /** The fragment is not for moving about: it would be a state of the page. */
  #skip(event: Event): void {
    event.preventDefault();
    this.main.focus();
  }
}
