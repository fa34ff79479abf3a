/** What few readers need: `widget-more.js`, which the core loads when one does. */
export { fetchLinked } from "./linked.ts";
export { Preview } from "./preview.ts";
export { refusal, unknownSite } from "./refusals.ts";
export { ReportForm } from "./report-form.ts";
export { countDown } from "./wait.ts";
