import { type Child, h } from "../../shared/dom.ts";
import { skeleton } from "../shell/states.ts";
import { OUTCOMES, type SettingsPreview, type SettingValue } from "./contract.ts";
import { Act, type Fields } from "./form.ts";
import { known } from "./log-words.ts";
import { button, type Room, typed } from "./room.ts";

/** Replaces everything after the heading. The heading stays in the document: an element that is moved loses the focus. */
function below(heading: Element, ...children: Child[]): void {
  while (heading.nextSibling) heading.nextSibling.remove();
  heading.after(...children.filter((child) => child) as (Node | string)[]);
}

type Changes = Readonly<Record<string, SettingValue | null>>;

/** What changed settings would have made of the comments of last week. */
export class PreviewPanel {
  readonly element = h("section", { class: "card preview", hidden: true });
  readonly button: HTMLButtonElement;
  readonly #room: Room;
  readonly #changes: () => Changes | null;
  readonly #act: Act;

  /** `changes` answers null when there is nothing that could be asked. */
  constructor(
    room: Room,
    changes: () => Changes | null,
    fields: () => Fields = () => ({}),
    label = room.words.text("settings.preview"),
  ) {
    this.#room = room;
    this.#changes = changes;
    this.button = button(label, () => void this.#look());
    this.#act = new Act(room, this.button, fields);
  }

  clear(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  async #look(): Promise<void> {
    const changes = this.#changes();
    if (!changes) return;
    const { words, place: { desk, signal } } = this.#room;
    const heading = h("h2", { tabindex: -1 }, words.text("settings.preview.title"));
    this.element.hidden = false;
    this.element.replaceChildren(heading, skeleton(3), this.#act.notice);
    heading.focus();
    let preview: SettingsPreview | undefined;
    const done = await this.#act.run(async () => {
      const body = { settings: changes };
      preview = await desk.ask<SettingsPreview>("POST", "settings/preview", { body, signal });
    });
    if (done && preview) below(heading, ...this.#told(preview));
    else below(heading, this.#act.notice);
  }

  #told(preview: SettingsPreview): Child[] {
    const { words } = this.#room;
    if (preview.looked === 0) return [h("p", {}, words.text("settings.preview.nothing"))];
    const since = this.#room.exact(preview.since);
    const looked = words.plural("settings.preview.looked", preview.looked).replace("{time}", since);
    this.#room.place.announce(looked);
    return [
      h("p", { class: "muted" }, looked, " ", words.text("settings.preview.blind")),
      this.#outcomes(preview),
      h("h3", {}, words.text("settings.preview.screens")),
      ...preview.screens.length > 0
        ? preview.screens.map((screen) => this.#screen(screen))
        : [h("p", {}, words.text("settings.preview.quiet"))],
    ];
  }

  #outcomes({ now, then }: SettingsPreview): HTMLElement {
    const { words } = this.#room;
    const head = ["outcome", "now", "then"] as const;
    const rows = OUTCOMES.map((outcome) => {
      const more = then[outcome] - now[outcome];
      return h(
        "tr",
        { class: more ? "changed" : null },
        h("th", { scope: "row" }, words.text(`settings.preview.${outcome}`)),
        h("td", {}, this.#room.number(now[outcome])),
        h(
          "td",
          {},
          this.#room.number(then[outcome]),
          more !== 0 && h("small", {}, ` (${this.#room.signed(more)})`),
        ),
      );
    });
    return h(
      "table",
      { class: "numbers" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...head.map((name) => h("th", { scope: "col" }, words.text(`settings.preview.${name}`))),
        ),
      ),
      h("tbody", {}, ...rows),
    );
  }

  #screen({ screen, count, examples }: SettingsPreview["screens"][number]): HTMLElement {
    const { words } = this.#room;
    const rows = examples.map(({ authorName, text, detail }) =>
      h(
        "li",
        {},
        h(
          "p",
          { class: "muted facts" },
          typed(authorName, "strong"),
          detail && h("span", {}, words.text("settings.preview.saw", { detail })),
        ),
        typed(text, "p"),
      )
    );
    return h(
      "details",
      { open: true },
      h(
        "summary",
        {},
        known(`screen.${screen}`, words) ?? screen,
        " ",
        h("span", { class: "badge" }, this.#room.number(count)),
      ),
      h("ul", { class: "rows" }, ...rows),
    );
  }
}
