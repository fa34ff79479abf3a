import { type Child, h } from "../../shared/dom.ts";
import { safeHref } from "../../shared/nodes.ts";
import type { MakeView } from "../shell/view.ts";
import { Chart, legend } from "./chart.ts";
import { total } from "./chart-scale.ts";
import { type Dashboard, type Day, STATUSES } from "./contract.ts";
import { Region } from "./region.ts";
import { Room, sheet, typed } from "./room.ts";

const PERIODS = ["7", "30", "90"];

/** How much is written, where, and how fast it is decided about. */
export const dashboard: MakeView = (place) => {
  const room = new Room(place);
  const days = PERIODS.find((period) => period === place.address.get("days")) ?? "30";
  const charts: Chart[] = [];
  const region = new Region(
    room,
    () => place.desk.ask<Dashboard>("GET", "dashboard", { query: { days }, signal: place.signal }),
    (loaded) => [decisions(room, loaded), perDay(room, loaded.days, charts), busiest(room, loaded)],
  );
  return sheet(place.strings.text("view.dashboard"), [periods(room, days), region.element], {
    close: () => charts.forEach((chart) => chart.close()),
  });
};

function periods({ words, place: { address } }: Room, current: string): HTMLElement {
  return h(
    "nav",
    { class: "tabs", "aria-label": words.text("dash.period") },
    ...PERIODS.map((days) =>
      h(
        "a",
        { href: address.with({ days }), "aria-current": days === current ? "true" : null },
        words.plural("dash.days", Number(days)),
      )
    ),
  );
}

function decisions(room: Room, { decisions, held }: Dashboard): HTMLElement {
  const { words } = room;
  const time = (seconds: number | null, none: string) =>
    seconds === null ? none : room.duration(rounded(seconds));
  const none = words.text("dash.noDecisions");
  const facts: readonly (readonly [string, string])[] = [
    [words.text("dash.decisions"), room.number(decisions.count)],
    [words.text("dash.median"), time(decisions.medianSeconds, none)],
    [words.text("dash.p90"), time(decisions.p90Seconds, none)],
    [words.text("dash.oldest"), time(held.oldestSeconds, words.text("dash.noneWaits"))],
  ];
  return h(
    "dl",
    { class: "tiles" },
    ...facts.map(([label, value]) =>
      h("div", { class: "card" }, h("dt", {}, label), h("dd", {}, value))
    ),
  );
}

/** Hours matter where there are days, and seconds where there are few. */
function rounded(seconds: number): number {
  const step = seconds >= 172_800 ? 86_400 : seconds >= 7_200 ? 3_600 : seconds >= 120 ? 60 : 1;
  return Math.max(1, Math.round(seconds / step)) * step;
}

function perDay(room: Room, days: readonly Day[], charts: Chart[]): HTMLElement {
  const { words } = room;
  const all = days.reduce((sum, day) => sum + total(day), 0);
  const heading = h("h2", {}, words.text("dash.perDay"));
  if (all === 0) {
    return h("section", { class: "card" }, heading, h("p", {}, words.text("dash.empty")));
  }
  const chart = new Chart(room, days);
  charts.push(chart);
  return h(
    "section",
    { class: "card" },
    heading,
    legend(room, days),
    chart.element,
    h(
      "details",
      {},
      h("summary", {}, words.text("dash.table")),
      h("p", { class: "muted" }, words.text("dash.utc")),
      table(room, days),
    ),
  );
}

function table(room: Room, days: readonly Day[]): HTMLElement {
  const { words } = room;
  const date = new Intl.DateTimeFormat([words.lang, "en"], {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  const columns = [words.text("dash.date"), words.text("dash.total")]
    .concat(STATUSES.map((status) => words.text(`log.is.${status}`)));
  const rows = days.toReversed().map((day) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, date.format(new Date(`${day.date}T00:00:00Z`))),
      h("td", {}, room.number(total(day))),
      ...STATUSES.map((status) => h("td", {}, room.number(day[status]))),
    )
  );
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": words.text("dash.perDay") },
    h(
      "table",
      { class: "numbers" },
      h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...rows),
    ),
  );
}

function busiest(room: Room, { threads }: Dashboard): Child {
  const { words, place: { address } } = room;
  if (threads.length === 0) return null;
  const rows = threads.map(({ key, title, url, comments }) => {
    const article = safeHref(url);
    return h(
      "li",
      {},
      h("a", { href: address.of("threads", { thread: key }) }, typed(title ?? key)),
      h("span", { class: "muted" }, words.plural("threads.comments", comments)),
      article &&
        h(
          "a",
          { href: article, target: "_blank", rel: "noreferrer noopener" },
          words.text("threads.article"),
        ),
    );
  });
  return h(
    "section",
    { class: "card" },
    h("h2", {}, words.text("dash.busiest")),
    h("ol", { class: "ranked" }, ...rows),
  );
}
