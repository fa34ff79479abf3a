import { Api } from "../shared/api.ts";
import { ApiError } from "../shared/api-error.ts";
import type { Posted, SortOrder, ThreadPage } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import { Guest } from "../shared/guest.ts";
import type { Strings } from "../shared/i18n.ts";
import { loadProblem } from "../shared/problem-words.ts";
import { keepTimes } from "./clock.ts";
import { countChanged } from "./count-board.ts";
import { CauserieErrorEvent, CauserieLoadEvent, CauseriePostEvent } from "./events.ts";
import { LiveElement } from "./live-element.ts";
import { languageOf, serverOf, stringsFor } from "./locales.ts";
import { more } from "./more.ts";
import { canonicalLink, linkedComment, pageUrl, threadKey } from "./page.ts";
import { followFragment, loadOwn } from "./after-load.ts";
import { styles } from "./styles.ts";
import { storage, type Thread } from "./thread.ts";
import { type Order, ThreadView } from "./thread-view.ts";
import { waiting } from "./waiting.ts";

const NEAR = "600px";

/** `<causerie-thread>`: the discussion of a page. */
export class CauserieThreadElement extends LiveElement {
  static readonly observedAttributes =
    "site thread page-url page-title lang sort limit server heading-level".split(" ");

  readonly #content = h("div", { class: "content" });
  readonly #status = h("p", { class: "status", role: "status" });
  #life = new AbortController();

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles];
    root.append(h("div", { class: "frame" }, this.#content, this.#status));
  }

  disconnectedCallback(): void {
    this.#life.abort();
  }

  /** Asks the server anew. */
  reload(): void {
    this.#life.abort();
    if (!this.isConnected) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const strings = stringsFor(languageOf(this));
    this.#content.replaceChildren(waiting(strings, signal));
    void this.#load(strings, signal);
  }

  protected override restart(): void {
    if (this.#isEager()) this.reload();
    else this.#reloadWhenNear();
  }

  #isEager(): boolean {
    return this.getAttribute("loading") === "eager" || linkedComment() !== null;
  }

  #reloadWhenNear(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#content.replaceChildren(waiting(new Promise(() => {}), AbortSignal.abort()));
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      this.reload();
    }, { rootMargin: NEAR });
    observer.observe(this);
    this.#life.signal.addEventListener("abort", () => observer.disconnect());
  }

  async #load(loading: Promise<Strings>, signal: AbortSignal): Promise<void> {
    const api = new Api(serverOf(this.getAttribute("server")), this.getAttribute("site") ?? "");
    const order = this.#order();
    const key = threadKey(this.#facts("thread"));
    const answer = api.page({ thread: key, ...order }, signal).catch((error: unknown) => error);
    const [strings, page] = await Promise.all([loading, answer]);
    if (signal.aborted) return;
    if (page instanceof Error) return this.#fail(page, api, strings, signal);
    this.#show(page as ThreadPage, order, this.#thread(api, key, strings, signal));
  }

  #thread(api: Api, key: string, strings: Strings, signal: AbortSignal): Thread {
    return {
      api,
      key,
      strings,
      signal,
      own: new Set(),
      guest: new Guest(storage, api.server, api.site),
      url: pageUrl(this.#facts("page-url")),
      title: this.getAttribute("page-title") || document.title,
      announce: (text) => this.#announce(text),
    };
  }

  #order(): Order {
    const sort = this.getAttribute("sort");
    const limit = Number.parseInt(this.getAttribute("limit") ?? "", 10);
    const level = Number.parseInt(this.getAttribute("heading-level") ?? "", 10);
    return {
      sort: sort === "oldest" || sort === "best" ? sort : ("newest" satisfies SortOrder),
      limit: limit >= 1 && limit <= 100 ? limit : 20,
      headingLevel: level >= 1 && level <= 6 ? level : 2,
    };
  }

  #facts(attribute: string) {
    const canonical = canonicalLink();
    return { attribute: this.getAttribute(attribute), canonical, address: location.href };
  }

  #show(page: ThreadPage, order: Order, thread: Thread): void {
    const view = new ThreadView(page, order, thread, {
      posted: (posted) => this.#posted(posted, thread),
      failed: (phase, error) => this.dispatchEvent(new CauserieErrorEvent(phase, error)),
    });
    this.#content.replaceChildren(view.element);
    view.settle();
    keepTimes(this.#content, thread);
    void loadOwn(view, thread).then(() => followFragment(view.list, page.thread.key, thread));
    this.dispatchEvent(new CauserieLoadEvent(view.count));
  }

  #posted({ comment }: Posted, { api }: Thread): void {
    countChanged(api);
    this.dispatchEvent(new CauseriePostEvent(comment.id, comment.status === "pending"));
  }

  async #fail(failure: Error, { site }: Api, strings: Strings, signal: AbortSignal): Promise<void> {
    const error = failure instanceof ApiError ? failure : new ApiError(0, "internal");
    const module = error.code === "not_found" && await more().catch(() => null);
    if (signal.aborted) return;
    this.#showFailure(
      error,
      module ? module.unknownSite(site, strings) : loadProblem(error, strings),
      strings,
    );
  }

  #showFailure(error: ApiError, words: string, strings: Strings): void {
    const onclick = () => this.reload();
    this.#content.replaceChildren(
      h(
        "section",
        { class: "failure", part: "error", lang: strings.lang, dir: strings.dir },
        h("p", { class: "notice", part: "notice" }, words),
        h("slot"),
        h(
          "button",
          { type: "button", class: "primary", part: "submit", onclick },
          strings.text("retry"),
        ),
      ),
    );
    this.#announce(words);
    this.dispatchEvent(new CauserieErrorEvent("load", error));
  }

  /** Emptied first, so that the same words said twice are heard twice. */
  #announce(text: string): void {
    this.#status.textContent = "";
    requestAnimationFrame(() => this.#status.textContent = text);
  }
}
