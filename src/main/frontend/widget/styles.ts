/**
 * Ink on the host's paper: every colour is a mix of the host's own text colour, every size is in `em`, every side is logical. A page
 * changes it through the custom properties `--causerie-*` and the `part`s.
 */
const css = `
:host { display: block; }
:host([hidden]) { display: none; }
*, ::before { box-sizing: border-box; }

.frame {
  --ink: currentColor;
  --muted: var(--causerie-muted, color-mix(in srgb, currentColor 84%, transparent));
  --edge: var(--causerie-field-line, color-mix(in srgb, currentColor 70%, transparent));
  --line: var(--causerie-line, color-mix(in srgb, currentColor 18%, transparent));
  --tint: color-mix(in srgb, currentColor 6%, transparent);
  --accent: var(--causerie-accent, currentColor);
  --gap: var(--causerie-gap, 1em);
  --radius: var(--causerie-radius, 0.25em);
  container-type: inline-size;
  font: var(--causerie-font, inherit);
  text-align: start;
  text-indent: 0;
  text-transform: none;
  white-space: normal;
  overflow-wrap: anywhere;
  cursor: auto;
}

h1, h2, h3, h4, h5, h6, p, ol, ul, pre, blockquote, form, header { margin: 0; padding: 0; }
ol { list-style: none; }
[hidden] { display: none !important; }
small { font-size: inherit; font-weight: 400; }

button, input, textarea, select {
  font: inherit;
  color: inherit;
  background: none;
  border: 1px solid var(--edge);
  border-radius: var(--radius);
  margin: 0;
}
button { cursor: pointer; padding: 0.375em 1em; min-block-size: 2em; min-inline-size: 1.75em; }
button[aria-disabled], button[aria-busy] { opacity: 0.6; cursor: default; }
option { color: CanvasText; background: Canvas; }
a, button, select, label, summary { touch-action: manipulation; }

:focus-visible { outline: 2px solid var(--causerie-focus, currentColor); outline-offset: 2px; }
article:focus-visible { outline-offset: 0.375em; }
:is(input, textarea):focus-visible { outline-offset: -1px; }
article:focus:not(:focus-visible) { outline: none; }

.muted, .meta a, .quiet, label { color: var(--muted); }
.status, .apart {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.top {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0.25em var(--gap);
  margin-block-end: var(--gap);
}
.top > :first-child { font-size: 1.25em; font-weight: 600; line-height: 1.3; }
.sorting { font-size: 0.875em; display: flex; align-items: baseline; gap: 0.5em; }
select { border-color: transparent; border-block-end-color: var(--edge); border-radius: 0; padding: 0.25em; min-block-size: 2em; }
section[aria-busy] .list { opacity: 0.5; }

.list > li { padding-block: calc(var(--gap) * 1.25); border-block-start: 1px solid var(--line); }
.composer + .empty, .notice + .empty { padding-block: calc(var(--gap) * 1.25); border-block-start: 1px solid var(--line); }
.replies { padding-inline-start: var(--causerie-indent, 1.25em); border-inline-start: 1px solid var(--line); margin-block-start: var(--gap); }
.replies > li + li { margin-block-start: var(--gap); }
.replies[data-depth="5"] { padding-inline-start: 0; border: 0; }
.to { display: none; }
li[data-depth="5"] > article .to { display: inline; }

article { scroll-margin-block: 6em; border-radius: var(--radius); }
.meta { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.625em; font-size: 0.875em; }
.author { font-weight: 600; font-size: 1.143em; color: var(--ink); }
.meta a { text-decoration: none; display: inline-block; padding-block: 0.25em; min-block-size: 24px; }
.meta a:hover { text-decoration: underline; }
.badge { font-size: 0.875em; font-weight: 600; }
.meta .badge { font-size: inherit; }
article > .badge { margin-block-start: 0.375em; }

.body { max-inline-size: var(--causerie-measure, 42em); margin-block-start: 0.125em; }
.body > * + *, li > * + p { margin-block-start: 0.625em; }
.body a { color: var(--accent); text-decoration: underline; text-underline-offset: 0.15em; }
.body ul, .body ol { padding-inline-start: 1.5em; }
.body ul { list-style: disc; }
.body ol { list-style: decimal; }
.body blockquote { padding-inline-start: 0.875em; border-inline-start: 2px solid var(--edge); color: var(--muted); }
.body pre { white-space: pre-wrap; padding: 0.625em 0.875em; background: var(--tint); border-radius: var(--radius); }
.body code { font-family: ui-monospace, monospace; font-size: 0.875em; direction: ltr; unicode-bidi: isolate; }
.body hr { border: 0; border-block-start: 1px solid var(--line); }
.clamped { max-block-size: 20lh; overflow: clip; mask-image: linear-gradient(#000 85%, transparent); }

.actions { display: flex; flex-wrap: wrap; column-gap: 1em; margin-block-start: 0.25em; }
.quiet {
  border-color: transparent;
  padding: 0.25em 0.5em;
  margin-inline-start: calc(-0.5em - 1px);
  font-size: 0.875em;
  font-weight: 600;
}
.quiet:hover, .primary:hover, .more:hover { background: var(--tint); }
.quiet.more { margin-block-start: 0.5em; }
section > .more { display: block; inline-size: 100%; }
.primary { font-weight: 600; color: var(--accent); border-color: currentColor; }

.composer { margin-block: 0 calc(var(--gap) * 1.25); }
li > .composer { margin-block: 0.5em 0; }
.field label, .caption { display: block; font-size: 0.875em; margin-block-end: 0.25em; }
input, textarea { display: block; inline-size: 100%; padding: 0.5em 0.625em; }
textarea { resize: vertical; field-sizing: content; min-block-size: 4.25em; max-block-size: 60vh; line-height: inherit; }
.open textarea, li textarea { min-block-size: 6em; }
.who { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr)); gap: 0.75em var(--gap); margin-block: 0.75em; }
.hint, .counter { font-size: 0.875em; margin-block-start: 0.25em; }
.counter:empty { display: none; }
.buttons { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em; }
.buttons .quiet { margin: 0; font-size: inherit; font-weight: 400; padding-inline: 0.75em; }
.error, .notice { font-weight: 600; margin-block: 0.25em 0.75em; }
.error { font-size: 0.875em; color: var(--causerie-danger, inherit); }
.notice { border-inline-start: 3px solid var(--causerie-danger, currentColor); padding-inline-start: 0.75em; }
[aria-invalid] { border-width: 2px; border-color: var(--causerie-danger, currentColor); }
.top ~ .notice { margin-block: 0 calc(var(--gap) * 1.25); }
.failure { padding-block: var(--gap); }
.failure slot { display: block; margin-block-end: 0.75em; }

.skeleton { min-block-size: 24em; }
.skeleton p { min-block-size: 3em; }
.bar { padding-block: calc(var(--gap) * 1.25); border-block-start: 1px solid var(--line); }
.bar i { display: block; block-size: 0.75em; margin-block: 0.5em; background: var(--tint); border-radius: var(--radius); }
.bar i:first-child { inline-size: 8em; }
.bar i:last-child { inline-size: 60%; }

.target { background: var(--tint); }

@media (prefers-reduced-motion: no-preference) {
  .target { background: none; animation: found 2s ease-out; }
  .bar { animation: wait 1.6s ease-in-out infinite alternate; }
  @keyframes found { from { background: color-mix(in srgb, currentColor 16%, transparent); } }
  @keyframes wait { to { opacity: 0.4; } }
}
@media (pointer: coarse) {
  button, input, select, .meta a { min-block-size: 44px; }
  .meta a { display: inline-flex; align-items: center; }
  .quiet { min-inline-size: 44px; }
}
@media (forced-colors: active) {
  .quiet, select { border-color: ButtonText; }
  .target { outline: 2px solid Highlight; }
  .bar i { background: GrayText; }
}
@container (max-width: 30em) {
  .replies { padding-inline-start: 0.75em; }
  .replies:is([data-depth="3"], [data-depth="4"]) { padding-inline-start: 0; border: 0; }
  li:is([data-depth="3"], [data-depth="4"]) > article .to { display: inline; }
}
`;

export const styles = new CSSStyleSheet();
styles.replaceSync(css);
