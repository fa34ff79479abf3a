import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import { build } from "../../shared/nodes.ts";
import type { Context, Near, QueueItem } from "../desk/contract.ts";
import { failed, skeleton } from "../shell/states.ts";
import type { Place } from "../shell/view.ts";
import { statusBadge, when } from "./pieces.ts";

/** What is around a comment: what it answers, what was said before and after it, what else its author wrote. */
export class ContextPanel {
  readonly element: HTMLElement;
  readonly #place: Place;
  readonly #item: QueueItem;
  readonly #content = h("div", { class: "stack" });

  constructor(item: QueueItem, place: Place, close: () => void) {
    const { strings } = place;
    this.#item = item;
    this.#place = place;
    this.element = h(
      "section",
      { class: "context", "aria-label": strings.text("context") },
      h(
        "header",
        { class: "head" },
        h("h2", {}, strings.text("contextOf", { name: item.author.name })),
        h(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": strings.text("close"),
            onclick: close,
          },
          "✕",
        ),
      ),
      this.#content,
    );
    void this.#load();
  }

  async #load(): Promise<void> {
    const { desk, signal, strings, announce } = this.#place;
    this.#content.replaceChildren(skeleton(2));
    try {
      const query = { body: "nodes" };
      const path = `comments/${this.#item.id}/context`;
      this.#show(await desk.ask<Context>("GET", path, { query, signal }));
      announce(strings.text("contextShown"));
    } catch (error) {
      if (signal.aborted) return;
      this.#content.replaceChildren(failed(error as ApiError, strings, () => void this.#load()));
    }
  }

  #show({ ancestors, before, after, byAuthor }: Context): void {
    const { strings } = this.#place;
    const { author } = this.#item;
    const own = h("li", { class: "near here" }, h("strong", {}, strings.text("thisComment")));
    const around = [
      ...before.map((near) => this.#near(near)),
      own,
      ...after.map((near) => this.#near(near)),
    ];
    this.#content.replaceChildren(
      ...[
        this.#list(strings.text("contextAncestors"), ancestors.map((near) => this.#near(near))),
        this.#list(strings.text("contextAround"), around.length > 1 ? around : []),
        this.#list(
          strings.text("contextAuthor", { name: author.name }),
          byAuthor.map((near) => this.#near(near, true)),
        ),
      ].filter((list) => list !== null),
    );
    if (this.#content.childElementCount) return;
    this.#content.append(h("p", { class: "muted" }, strings.text("contextNone")));
  }

  #list(title: string, entries: readonly HTMLElement[]): HTMLElement | null {
    if (entries.length === 0) return null;
    return h("div", {}, h("h3", {}, title), h("ol", { class: "nears" }, ...entries));
  }

  #near(near: Near, isAuthors = false): HTMLElement {
    const { strings } = this.#place;
    return h(
      "li",
      { class: "near" },
      h(
        "p",
        { class: "byline small" },
        h(
          "bdi",
          { class: "author" },
          isAuthors ? near.thread.title ?? near.thread.key : near.authorName,
        ),
        when(near.createdAt, strings, { class: "muted" }),
        statusBadge(near.status, strings),
      ),
      h(
        "div",
        { class: "prose", dir: "auto" },
        near.bodyLeftOut ? "…" : build(near.bodyNodes, document),
      ),
    );
  }
}
