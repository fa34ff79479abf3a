const styles = new CSSStyleSheet();
styles.replaceSync(`
.preview { border: 1px dashed var(--edge); border-radius: var(--radius); padding: 0.5em 0.625em; min-block-size: 6em; }

.report { margin-block: 0.5em; max-inline-size: var(--causerie-measure, 42em); }
fieldset { border: 0; margin: 0; padding: 0; min-inline-size: 0; }
legend { padding: 0; font-weight: 600; margin-block-end: 0.25em; }
.choice { display: flex; align-items: center; gap: 0.625em; padding-block: 0.25em; min-block-size: 2em; color: inherit; }
[type="radio"] { inline-size: 1.125em; block-size: 1.125em; min-block-size: 0; flex: none; margin: 0; padding: 0; appearance: none; border: 1px solid currentColor; border-radius: 50%; }
[type="radio"]:checked { border-width: .35em; }
[type="radio"]:focus-visible { outline-offset: 2px; }
.report .field { margin-block: 0.5em 0.75em; }
.report textarea { min-block-size: 4.25em; }
.thanks { font-size: 0.875em; margin-block: 0.375em; }
@media (pointer: coarse) { .choice { min-block-size: 44px; } }
`);

/** Styles the tree that the element is in. */
export function adoptStyles(element: Element): void {
  const root = element.getRootNode() as ShadowRoot;
  if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets.push(styles);
}
