/** What few readers need: `widget-more.js`, which the core loads when one does. */
export { fetchLinked } from "./linked.ts";
export { look } from "./look.ts";
export { Preview } from "./preview.ts";
export { fieldProblems } from "./refused-fields.ts";
export { refusal, unknownSite } from "./refusals.ts";
export { ReportForm } from "./report-form.ts";
export { countDown } from "./wait.ts";
