/** Written in by the build: `widget.css`, minified. */
declare const WIDGET_CSS: string;

export const styles = new CSSStyleSheet();
styles.replaceSync(WIDGET_CSS);
