import { CauserieCountElement } from "./count-element.ts";
import { CauserieThreadElement } from "./thread-element.ts";

declare global {
  interface HTMLElementTagNameMap {
    "causerie-thread": CauserieThreadElement;
    "causerie-count": CauserieCountElement;
  }
}

/** A page may load the module twice under two addresses; the first one stays. */
function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

define("causerie-thread", CauserieThreadElement);
define("causerie-count", CauserieCountElement);
