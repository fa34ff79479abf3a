const styles = new CSSStyleSheet();
styles.replaceSync(`
.gate { display: grid; gap: 0.75rem; }
.gate .card { padding: 1.25rem; box-shadow: var(--lift); margin-block: 0.5rem; }
.gate .primary { flex: 1 0 100%; min-block-size: 2.5rem; }
.gate h1 { font-size: 1.75rem; }
.sign { display: grid; gap: 1rem; }
.passkey { display: grid; gap: 0.5rem; justify-items: start; padding-block-start: 1rem; border-block-start: 1px solid var(--line); }
.sign > .passkey:first-child { padding: 0; border: 0; }
.line { display: flex; gap: 0.5rem; align-items: center; }
.line > input { flex: 1; min-inline-size: 0; }
.line > button { flex: none; }
form > p { margin-block-end: 1rem; }
form .code { font: 600 1.25rem/1.5 ui-monospace, monospace; letter-spacing: 0.15em; max-inline-size: 14rem; }
.field + .quiet { margin-block: -0.75rem 0.75rem; padding-inline: 0; }
.field + .quiet:hover { background: none; text-decoration: underline; }
.secret { flex: 1; min-inline-size: 0; padding: 0.4375rem 0.625rem; background: var(--sunken); border-radius: var(--radius-s); font: 0.875rem/1.5 ui-monospace, monospace; user-select: all; }
.field > p:first-child { font-weight: 600; }
.choice .hint { display: block; font-weight: 400; }
.dialog-body > p { margin-block-end: 1rem; }

.rules { margin-block-end: 1rem; display: grid; gap: 0.375rem; }
.rules li { display: flex; gap: 0.5rem; align-items: baseline; font-size: 0.875rem; }
.rules li::before { content: "○"; color: var(--muted); inline-size: 1em; flex: none; text-align: center; }
.rules .met { color: var(--good); }
.rules .met::before { content: "✓"; color: inherit; font-weight: 700; }

.settings-column { max-inline-size: 46rem; }
.settings-column > .stack, .settings-column > .stack > .stack { gap: 1.25rem; }
.items { display: grid; }
.item { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; padding-block: 0.75rem; border-block-start: 1px solid var(--line); }
.item:first-child { border: 0; padding-block-start: 0; }
.item:last-child { padding-block-end: 0; }
.item > :first-child { flex: 1 1 14rem; min-inline-size: 0; }
.item-title { font-weight: 600; }
.facts { display: flex; flex-wrap: wrap; gap: 0 1rem; }
summary { cursor: pointer; color: var(--muted); min-block-size: 1.5rem; }
details[open] > summary { margin-block-end: 0.5rem; }
.card .state { padding: 1rem 0; }
.card .bone { border: 0; padding: 0; }

.scan { display: flex; flex-wrap: wrap; gap: 1.25rem; }
.scan > :last-child { flex: 1 1 16rem; min-inline-size: 0; }
.qr { display: block; inline-size: 12rem; max-inline-size: 100%; border-radius: var(--radius-s); margin-block-start: 0.5rem; }
.codes { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 0.375rem 1rem; padding: 1rem; background: var(--sunken); border-radius: var(--radius-s); }
.codes code { font: 600 1rem/1.5 ui-monospace, monospace; }
.command { padding: 0.625rem 0.875rem; background: var(--sunken); border-radius: var(--radius-s); font: 0.8125rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
.only-print { display: none; }
@media (pointer: coarse) { .field + .quiet { margin-block-start: -0.5rem; } summary { min-block-size: 2.75rem; } }
@media print {
  body:has(.recovery) :not(:has(.recovery), .recovery, .recovery *, html, head, body) { display: none; }
  .recovery .buttons { display: none; }
  .only-print { display: block; }
}
`);

/** Styles the page, once. */
export function adoptStyles(): void {
  if (!document.adoptedStyleSheets.includes(styles)) document.adoptedStyleSheets.push(styles);
}
