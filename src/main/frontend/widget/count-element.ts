import { Api } from "../shared/api.ts";
import { watchCount } from "./count-board.ts";
import { languageOf, serverOf, stringsFor } from "./locales.ts";
import { canonicalLink, threadKey } from "./page.ts";

/** `<causerie-count>`: how many comments a page has; nothing until that is known. */
export class CauserieCountElement extends HTMLElement {
  static readonly observedAttributes = "site thread lang server format".split(" ");

  readonly #text = this.attachShadow({ mode: "open" }).appendChild(document.createTextNode(""));
  #stop: (() => void) | null = null;
  #restarting = false;

  connectedCallback(): void {
    this.#restart();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#restart();
  }

  #restart(): void {
    if (this.#restarting) return;
    this.#restarting = true;
    queueMicrotask(() => {
      this.#restarting = false;
      if (this.isConnected) this.#watch();
    });
  }

  #watch(): void {
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
