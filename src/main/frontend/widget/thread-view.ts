import { ApiError } from "../shared/api-error.ts";
import type { Comment, Me, Posted, SortOrder, ThreadPage } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import { clampLong, type CommentView } from "./comment-view.ts";
import { Composer } from "./composer.ts";
import { CommentList } from "./list.ts";
import type { Thread } from "./thread.ts";

/** What the element that shows a thread is told. */
export interface ThreadEvents {
  posted(posted: Posted): void;
  failed(phase: "load" | "post", error: ApiError): void;
}

export interface Order {
  readonly sort: SortOrder;
  readonly limit: number;
  /** The `h2` of a page's outline, unless the host says otherwise. */
  readonly headingLevel: number;
}

const SORTS = ["newest", "oldest", "best"] as const;

/** A loaded thread: heading, order, composer, comments. */
export class ThreadView {
  readonly element: HTMLElement;
  readonly #thread: Thread;
  readonly #events: ThreadEvents;
  readonly #limit: number;
  readonly #list: CommentList;
  readonly #heading: HTMLElement;
  readonly #sorting: HTMLElement;
  readonly #empty: HTMLElement;
  readonly #more: HTMLButtonElement;
  /** The viewer's comments that may be on no page. */
  readonly #own: Comment[] = [];
  #sort: SortOrder;
  #count: number;
  #next: string | null = null;
  #reply: { readonly to: CommentView; readonly composer: Composer } | null = null;

  constructor(page: ThreadPage, order: Order, thread: Thread, events: ThreadEvents) {
    const { strings } = thread;
    this.#thread = thread;
    this.#events = events;
    this.#limit = order.limit;
    this.#sort = order.sort;
    this.#count = page.thread.commentCount;
    this.#list = new CommentList(thread, page.thread.closed ? null : (to) => this.#openReply(to));
    this.#heading = h(`h${order.headingLevel}` as "h2", { id: "title", part: "heading" });
    this.#sorting = this.#sortSelect();
    this.#empty = h("p", { class: "muted empty", part: "notice" }, strings.text("empty"));
    this.#more = h("button", {
      type: "button",
      class: "more",
      part: "more",
      onclick: () => void this.#loadMore(),
    });
    this.element = h(
      "section",
      { part: "root", lang: strings.lang, dir: strings.dir, "aria-labelledby": "title" },
      h("header", { class: "top" }, this.#heading, this.#sorting),
      page.thread.closed
        ? h("p", { class: "notice", part: "notice" }, strings.text("closed"))
        : this.#composer(),
      this.#empty,
      this.#list.element,
      this.#more,
    );
    this.#show(page);
  }

  get list(): CommentList {
    return this.#list;
  }

  get count(): number {
    return this.#count;
  }

  /** To be called once the element is on the page: only there texts have a height. */
  settle(): void {
    clampLong(this.#list.element);
  }

  addOwn({ own, pending }: Me): void {
    for (const id of own) this.#list.own(id);
    const byTime = [...pending].sort((a, b) => a.createdAt < b.createdAt ? -1 : 1);
    for (const comment of byTime) this.#addOwn(comment);
    this.#summarise();
  }

  #addOwn(comment: Comment): CommentView {
    if (comment.status === "approved" && !this.#list.find(comment.id)) this.#count++;
    this.#list.own(comment.id);
    this.#own.push(comment);
    return this.#list.addOwn(comment, this.#sort === "oldest");
  }

  #show(page: ThreadPage): void {
    this.#list.addPage(page.comments);
    this.#next = page.next;
    this.#more.textContent = this.#thread.strings.text("more");
    this.#more.hidden = !page.next;
    this.#summarise();
  }

  #summarise(): void {
    const { strings } = this.#thread;
    this.#heading.textContent = this.#count
      ? strings.plural("comments", this.#count)
      : strings.text("title");
    this.#sorting.hidden = this.#count < 2;
    this.#empty.hidden = this.#list.element.childElementCount > 0;
  }

  #sortSelect(): HTMLElement {
    const { strings } = this.#thread;
    const options = SORTS.map((sort) =>
      h("option", { value: sort, selected: sort === this.#sort }, strings.text(sort))
    );
    const onchange = (event: Event) => {
      void this.#resort((event.target as HTMLSelectElement).value as SortOrder);
    };
    const select = h("select", { id: "sort", part: "sort", onchange }, ...options);
    return h(
      "div",
      { class: "sorting" },
      h("label", { for: "sort" }, strings.text("sort")),
      select,
    );
  }

  #composer(): HTMLElement {
    const composer = new Composer(this.#thread, null, {
      posted: (posted) => this.#posted(posted),
      failed: (error) => this.#events.failed("post", error),
    });
    return composer.element;
  }

  #openReply(to: CommentView): void {
    if (this.#reply?.to !== to) {
      this.#closeReply();
      const composer = new Composer(this.#thread, to.comment, {
        posted: (posted) => {
          this.#closeReply();
          this.#posted(posted);
        },
        failed: (error) => this.#events.failed("post", error),
        cancelled: () => this.#closeReply(),
      });
      this.#reply = { to, composer };
      to.showComposer(composer.element);
    }
    this.#reply?.composer.focus();
  }

  #closeReply(): void {
    this.#reply?.composer.element.remove();
    this.#reply?.to.composerClosed();
    this.#reply = null;
  }

  #posted(posted: Posted): void {
    const { comment } = posted;
    const { strings, announce, signal } = this.#thread;
    if (signal.aborted) return this.#events.posted(posted);
    const view = this.#addOwn(comment);
    this.#summarise();
    view.highlight();
    announce(strings.text(comment.status === "pending" ? "held" : "posted"));
    this.#events.posted(posted);
  }

  async #resort(sort: SortOrder): Promise<void> {
    this.#sort = sort;
    this.element.ariaBusy = "true";
    const page = await this.#page(null, sort);
    if (sort !== this.#sort) return;
    this.element.ariaBusy = null;
    if (!page) return;
    this.#closeReply();
    this.#list.clear();
    this.#show(page);
    for (const comment of this.#own) this.#list.addOwn(comment, sort === "oldest");
  }

  async #loadMore(): Promise<void> {
    if (this.#more.ariaBusy === "true") return;
    this.#more.ariaBusy = "true";
    const sort = this.#sort;
    const page = await this.#page(this.#next, sort);
    this.#more.ariaBusy = null;
    if (!page || sort !== this.#sort) return;
    this.#show(page);
    this.#list.find(page.comments[0]?.id ?? "")?.article.focus();
  }

  /** Null when it failed, which is then on the button and has been said. */
  async #page(after: string | null, sort: SortOrder): Promise<ThreadPage | null> {
    const { api, key, signal, strings, announce } = this.#thread;
    try {
      return await api.page({ thread: key, sort, limit: this.#limit, after }, signal);
    } catch (error) {
      if (signal.aborted) return null;
      this.#more.hidden = false;
      this.#more.textContent = `${strings.text("loadFailed")} ${strings.text("retry")}`;
      announce(strings.text("loadFailed"));
      this.#events.failed("load", error as ApiError);
      return null;
    }
  }
}
