/** Written in by the build: `account.css`, minified. */
declare const ACCOUNT_CSS: string;

const styles = new CSSStyleSheet();
styles.replaceSync(ACCOUNT_CSS);

/** Styles what has the class `account`. */
export function adoptStyles(): void {
  const sheets = document.adoptedStyleSheets;
  if (!sheets.includes(styles)) sheets.push(styles);
}
