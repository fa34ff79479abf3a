import type { Place } from "../shell/view.ts";

/** Has the browser ask before the page is closed or loaded anew with something unsaved. */
export function keepUnsaved({ signal }: Place, unsaved: () => string | null): void {
  addEventListener("beforeunload", (event) => unsaved() && event.preventDefault(), { signal });
}
