/** Written in by the build: `more.css`, minified. */
declare const MORE_CSS: string;

const styles = new CSSStyleSheet();
styles.replaceSync(MORE_CSS);

/** Styles the tree that the element is in. */
export function adoptStyles(element: Element): void {
  const root = element.getRootNode() as ShadowRoot;
  if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets.push(styles);
}
