import { Api } from "../shared/api.ts";
import { watchCount } from "./count-board.ts";
import { LiveElement } from "./live-element.ts";
import { languageOf, serverOf, stringsFor } from "./locales.ts";
import { canonicalLink, threadKey } from "./page.ts";

/** `<causerie-count>`: how many comments a page has; nothing until that is known. */
export class CauserieCountElement extends LiveElement {
  static readonly observedAttributes = "site thread lang server format".split(" ");

  readonly #text = this.attachShadow({ mode: "open" }).appendChild(document.createTextNode(""));
  #stop: (() => void) | null = null;

  disconnectedCallback(): void {
    this.#stop?.();
  }

  protected override restart(): void {
    this.#stop?.();
    const strings = stringsFor(languageOf(this));
    const asNumber = this.getAttribute("format") === "number";
    const attribute = this.getAttribute("thread");
    this.#stop = watchCount({
      api: new Api(serverOf(this.getAttribute("server")), this.getAttribute("site") ?? ""),
      thread: threadKey({ attribute, canonical: canonicalLink(), address: location.href }),
      show: async (count) => {
        const words = await strings;
        const number = words.compact(count);
        this.#text.data = asNumber ? number : words.plural("comments", count, number);
      },
    });
  }
}
