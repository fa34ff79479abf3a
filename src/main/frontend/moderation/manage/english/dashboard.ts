import type { Plural } from "../../../shared/i18n.ts";

/** What the overview says. */
export const dashboard = {
  "dash.period": "Period",
  "dash.days": { one: "{n} day", other: "{n} days" } as Plural,
  "dash.perDay": "Comments per day",
  "dash.utc": "Days are those of UTC.",
  "dash.chart": {
    one:
      "Stacked bars: {n} comment in this period, by day and status. The table below has the numbers.",
    other:
      "Stacked bars: {n} comments in this period, by day and status. The table below has the numbers.",
  } as Plural,
  "dash.table": "The same as a table",
  "dash.date": "Day",
  "dash.total": "All",
  "dash.empty": "No comments in this period.",
  "dash.busiest": "Busiest threads",
  "dash.decisions": "Decisions about held comments",
  "dash.median": "Half of them within",
  "dash.p90": "Nine in ten within",
  "dash.oldest": "Longest wait right now",
  "dash.noneWaits": "nothing waits",
  "dash.noDecisions": "none yet",
};
