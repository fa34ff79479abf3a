/** Written in by the build: `manage.css`, minified. */
declare const MANAGE_CSS: string;

const styles = new CSSStyleSheet();
styles.replaceSync(MANAGE_CSS);

/** Styles the page for these views. */
export function adoptStyles(): void {
  const sheets = document.adoptedStyleSheets;
  if (!sheets.includes(styles)) sheets.push(styles);
}
