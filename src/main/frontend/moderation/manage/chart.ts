import { h } from "../../shared/dom.ts";
import { Scale, total } from "./chart-scale.ts";
import { type Day, type Status, STATUSES } from "./contract.ts";
import { patterns, svg, swatch } from "./chart-ink.ts";
import { type Room, uniqueId } from "./room.ts";

const HEIGHT = 220;
const ROOM = { top: 12, bottom: 24, end: 4 };
const OF_A_DIGIT = 8;

/** Stacked bars, a day each. It is a picture with a name; whoever cannot use it has the table below. */
export class Chart {
  readonly element: HTMLElement;
  readonly #room: Room;
  readonly #days: readonly Day[];
  readonly #watch: ResizeObserver;
  readonly #name = uniqueId();
  #width = 0;

  constructor(room: Room, days: readonly Day[]) {
    this.#room = room;
    this.#days = days;
    this.element = h("div", { class: "chart" });
    this.#watch = new ResizeObserver(([entry]) => this.#fit(entry?.contentRect.width ?? 0));
    this.#watch.observe(this.element);
  }

  close(): void {
    this.#watch.disconnect();
  }

  #fit(available: number): void {
    const width = Math.floor(available);
    if (width < 1 || width === this.#width) return;
    this.#width = width;
    this.element.replaceChildren(this.#draw(width));
  }

  #draw(width: number): SVGElement {
    const { words } = this.#room;
    const most = Math.max(0, ...this.#days.map(total));
    const beside = OF_A_DIGIT * (this.#room.number(most).length + 1);
    const rtl = words.dir === "rtl";
    const scale = new Scale(this.#days, {
      ...ROOM,
      width,
      height: HEIGHT,
      rtl,
      start: beside,
    });
    const all = this.#days.reduce((sum, day) => sum + total(day), 0);
    return svg(
      "svg",
      {
        viewBox: `0 0 ${width} ${HEIGHT}`,
        width,
        height: HEIGHT,
        role: "img",
        "aria-label": words.plural("dash.chart", all),
      },
      patterns(this.#name),
      ...this.#lines(scale, width, rtl ? 0 : beside, rtl ? width - beside : width),
      ...scale.bars().map(({ status, path }) => this.#bars(status, path)),
      ...this.#dates(scale),
      ...this.#days.map((day, index) => this.#told(day, scale.column(index))),
    );
  }

  #lines(scale: Scale, width: number, from: number, to: number): SVGElement[] {
    const rtl = this.#room.words.dir === "rtl";
    return scale.ticks.flatMap((tick) => {
      const y = scale.y(tick);
      const [x, anchor] = rtl ? [width, "start"] : [from - 6, "end"];
      return [
        svg("path", { class: "grid", d: `M${from} ${y}H${to}` }),
        svg(
          "text",
          { x, y: y + 4, "text-anchor": anchor, direction: rtl ? "rtl" : "ltr" },
          this.#room.number(tick),
        ),
      ];
    });
  }

  #bars(status: Status, path: string): SVGElement {
    return svg("path", {
      class: `column ink-${status}`,
      d: path,
      fill: `url(#${this.#name}-${status})`,
    });
  }

  #dates(scale: Scale): SVGElement[] {
    const format = this.#format({ day: "numeric", month: "short" });
    const rtl = this.#room.words.dir === "rtl";
    return scale.dated().map((index) => {
      const { x, width } = scale.column(index);
      const isLast = index === this.#days.length - 1;
      const [place, anchor] = isLast && width < 40
        ? [rtl ? x : x + width, "end"]
        : [x + width / 2, "middle"];
      return svg(
        "text",
        { x: place, y: HEIGHT - 6, "text-anchor": anchor, direction: rtl ? "rtl" : "ltr" },
        format.format(dateOf(this.#days[index] as Day)),
      );
    });
  }

  /** What a pointer over a day is told. */
  #told(day: Day, { x, width }: { readonly x: number; readonly width: number }): SVGElement {
    const { words } = this.#room;
    const counts = STATUSES.filter((status) => day[status] > 0)
      .map((status) => `${words.text(`log.is.${status}`)}: ${this.#room.number(day[status])}`);
    const date = this.#format({ dateStyle: "full" }).format(dateOf(day));
    return svg(
      "rect",
      { class: "day", x, y: 0, width, height: HEIGHT },
      svg("title", {}, [date, ...counts].join("\n")),
    );
  }

  #format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat([this.#room.words.lang, "en"], { ...options, timeZone: "UTC" });
  }
}

/** What the inks of the bars stand for, and how many there are of each. */
export function legend(room: Room, days: readonly Day[]): HTMLElement {
  const items = STATUSES
    .map((status) => [status, days.reduce((sum, day) => sum + day[status], 0)] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) =>
      h(
        "li",
        {},
        swatch(status, uniqueId()),
        room.words.text(`log.is.${status}`),
        h("strong", {}, room.number(count)),
      )
    );
  return h("ul", { class: "legend" }, ...items);
}

function dateOf({ date }: Day): Date {
  return new Date(`${date}T00:00:00Z`);
}
