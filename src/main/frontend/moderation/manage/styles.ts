const styles = new CSSStyleSheet();
styles.replaceSync(`
.sheet {
  display: grid;
  gap: 1rem;
  max-inline-size: 60rem;

  .region, .rows, form { display: grid; gap: 0.75rem; align-content: start; }
  .region:empty, .notice:empty { display: none; }
  p.hint, p.muted { font-size: 0.8125rem; }
  code { font: 0.8125rem/1.5 ui-monospace, monospace; }
  .notice { justify-self: start; }

  .thread, .ban { display: grid; gap: 0.5rem; }
  .thread h2, .ban h2 { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.5rem; }
  .facts, .links { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.875rem; font-size: 0.8125rem; }
  .links > a, .ranked a { display: inline-block; padding-block: 0.125rem; min-block-size: 1.5rem; }
  .ranked { display: grid; gap: 0.25rem; margin-block-start: 0.5rem; }
  .ranked > li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.875rem; }
  .ranked a:first-child { font-weight: 600; }

  .field { margin: 0; max-inline-size: 40rem; }
  .field.line { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.5rem; }
  .field.line > :is(label, .hint, .error) { flex-basis: 100%; }
  .field.line > input { flex: 1 1 12rem; inline-size: auto; }
  .field > :is(.short, [type="date"], [type="datetime-local"]) { inline-size: 10rem; }
  .field > [type="datetime-local"] { inline-size: 15rem; max-inline-size: 100%; }
  .field > select { inline-size: auto; justify-self: start; max-inline-size: 100%; }
  .field.switch { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0 0.625rem; }
  .field.switch > label { padding-block: 0.25rem; }
  .field.switch > :not(input, label) { grid-column: 2; }
  fieldset { display: grid; }
  .warning { font-weight: 600; }

  details > summary { cursor: pointer; font-weight: 600; padding-block: 0.25rem; min-block-size: 1.5rem; }
  .entry[open] > summary { margin-block-end: 0.5rem; }
  .desk { display: grid; gap: 0.75rem; border-block-start: 1px solid var(--line); padding-block-start: 0.75rem; }
  .desk > details { border-block-start: 1px solid var(--line); padding-block-start: 0.5rem; }
  .desk > details[open] > summary { margin-block-end: 0.5rem; }
  .pins { display: grid; gap: 0.75rem; }
  .option { display: flex; gap: 0.75rem; align-items: start; justify-content: space-between; border-block-end: 1px solid var(--line); padding-block-end: 0.5rem; }
  .option > div { min-inline-size: 0; display: grid; gap: 0.25rem; }
  .option > button { flex: none; max-inline-size: 50%; }
  .more { inline-size: 100%; margin-block-start: 0.75rem; }
  .progress { font-weight: 600; }

  .setting { display: grid; gap: 0.25rem; border-block-start: 1px solid var(--line); padding: 0.75rem 1rem; padding-inline-start: calc(1rem - 3px); margin-inline: -1rem; border-inline-start: 3px solid transparent; }
  .setting:last-child { padding-block-end: 0; }
  h2 + .setting { margin-block-start: 0.75rem; }
  .setting.changed { border-inline-start-color: var(--accent); }
  .setting > .field { display: grid; grid-template: "label" "hint" "control" "default" "error"; gap: 0.25rem 1.5rem; max-inline-size: none; align-items: start; }
  .setting > .switch { grid-template: "control label" ". hint" ". default" ". error" / auto 1fr; gap: 0.25rem 0.625rem; }
  .setting > .switch > input { margin-block-start: 0.375rem; }
  .setting .hint { grid-area: hint; max-inline-size: 40rem; }
  .setting .error { grid-area: error; }
  .setting .field > label { grid-area: label; }
  .setting .field > :is(input, textarea) { grid-area: control; }
  .default { grid-area: default; display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; min-block-size: 1.5rem; }
  .default > button { min-block-size: 1.5rem; padding-block: 0; }
  .groups { display: grid; gap: 0.75rem; }
  .save-bar { position: sticky; inset-block-end: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; padding: 0.75rem; margin-inline: -0.75rem; background: var(--paper); border-block-start: 1px solid var(--line); }
  .card .save-bar { background: var(--surface); }
  .save-bar .notice { flex-basis: 100%; }
  .total { font-weight: 600; margin-inline-end: auto; }
  .preview { display: grid; gap: 0.75rem; }
  .preview li { display: grid; gap: 0.125rem; border-block-end: 1px solid var(--line); padding-block-end: 0.5rem; }
  .words { display: grid; gap: 1rem; }
  .words .field { max-inline-size: none; }
  .word-list { font-family: ui-monospace, monospace; line-height: 1.5; unicode-bidi: plaintext; white-space: pre; overflow: auto; }
  .marked { position: relative; }
  .marker { position: absolute; inset-inline: 1px; block-size: 1.5em; border-inline-start: 3px solid var(--accent); background: var(--accent); opacity: 0.16; pointer-events: none; }
  .word-problems { display: grid; gap: 0.75rem; }
  .word-problems:focus { outline: none; }
  .problem-group { display: grid; gap: 0.25rem; justify-items: start; }
  .line-links { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; }

  .numbers { border-collapse: collapse; font-variant-numeric: tabular-nums; }
  .numbers :is(th, td) { padding: 0.375rem 0.75rem; text-align: end; border-block-end: 1px solid var(--line); font-weight: 400; }
  .numbers th:first-child { text-align: start; padding-inline-start: 0; }
  .numbers thead th, .numbers .changed > * { font-weight: 600; }
  .scroll { overflow: auto; max-block-size: 24rem; }

  .act { display: grid; gap: 0.25rem; border-block-start: 1px solid var(--line); padding-block-start: 0.75rem; }
  .sentence { font-weight: 600; }
  .changes { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0.125rem 1rem; }
  .changes dt { color: var(--muted); }
  .changes dd { min-inline-size: 0; }
  .changes ins { text-decoration: none; font-weight: 600; }
  .filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); gap: 0.75rem 1rem; }
  .filters .field { align-content: start; }
  .filters .field > * { inline-size: 100%; }

  .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: 0.75rem; }
  .tiles > div { display: flex; flex-direction: column; justify-content: space-between; gap: 0.25rem; }
  .tiles dt { font-size: 0.8125rem; color: var(--muted); }
  .tiles dd { font-size: 1.25rem; font-weight: 650; }
  .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-block: 0.5rem; font-size: 0.8125rem; }
  .legend li { display: flex; align-items: center; gap: 0.375rem; }
  .chart { min-block-size: 220px; overflow: hidden; }
  .chart svg { display: block; }
  .chart text { fill: var(--muted); font-size: 12px; }
  .grid { stroke: var(--line); }
  .day { fill: transparent; }
  .day:hover { fill: var(--ink); fill-opacity: 0.08; }
  .column { stroke: var(--ground); }
  .ground { fill: var(--ground); }
  .mark { stroke: var(--surface); stroke-width: 1.25; fill: none; }
  .ink-approved { --ground: #1a6f8a; }
  .ink-pending { --ground: #a05a00; }
  .ink-rejected { --ground: #a3243b; }
  .ink-spam { --ground: #5f3f95; }
  .ink-deleted { --ground: #5b6065; }
}

.told { display: grid; gap: 0.375rem; list-style: disc; padding-inline-start: 1.25rem; margin-block-end: 1rem; }
.arrow { display: inline-block; margin-inline: 0.375rem; }
[dir="rtl"] .arrow { transform: scaleX(-1); }

@media (prefers-color-scheme: dark) {
  .sheet {
    .ink-approved { --ground: #5cb8d6; }
    .ink-pending { --ground: #f0b04d; }
    .ink-rejected { --ground: #ff8fa0; }
    .ink-spam { --ground: #c3a6f5; }
    .ink-deleted { --ground: #a9afb5; }
  }
}
@media (forced-colors: active) {
  .sheet {
    :is(.ink-approved, .ink-pending, .ink-rejected, .ink-spam, .ink-deleted) { --ground: CanvasText; }
    .mark { stroke: Canvas; stroke-width: 2; }
    .chart text { fill: CanvasText; }
    .grid { stroke: GrayText; }
    .setting.changed { border-inline-start-color: Highlight; }
  }
}
@media (min-width: 48rem) {
  .sheet {
    .setting > .field { grid-template: "label control" "hint control" "default control" "error error" / minmax(0, 1fr) 15rem; }
    .setting > .switch { grid-template: "control label" ". hint" ". default" ". error" / auto minmax(0, 1fr); gap: 0.25rem 0.625rem; }
    .setting .field > .short { inline-size: 100%; max-inline-size: none; }
  }
}
@media (max-width: 30rem) {
  .sheet {
    .changes { grid-template-columns: 1fr; }
    .changes dd { margin-block-end: 0.375rem; }
    .option { flex-direction: column; }
    .option > button { max-inline-size: 100%; }
    .save-bar { position: static; }
  }
}
`);

/** Styles the page for these views. */
export function adoptStyles(): void {
  const sheets = document.adoptedStyleSheets;
  if (!sheets.includes(styles)) sheets.push(styles);
}
