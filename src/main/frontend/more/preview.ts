import { h } from "../shared/dom.ts";
import { type BodyNode, build } from "../shared/nodes.ts";
import type { ComposerForm } from "../widget/composer-form.ts";
import type { Thread } from "../widget/thread.ts";
import { english } from "./english.ts";
import { adoptStyles } from "./styles.ts";

/** Shows what a comment will look like, in the place of its text. */
export class Preview {
  readonly #form: ComposerForm;
  readonly #thread: Thread;
  readonly #content = h("div", { class: "preview", part: "preview" });
  readonly #element: HTMLElement;

  constructor(form: ComposerForm, thread: Thread) {
    const caption = h("p", { class: "muted caption" }, thread.strings.text("preview"));
    this.#form = form;
    this.#thread = thread;
    this.#element = h("div", { class: "field", hidden: true }, caption, this.#content);
    form.fields.body.element.after(this.#element);
    adoptStyles(this.#element);
  }

  async toggle(): Promise<void> {
    if (!this.#element.hidden) return this.close();
    const { api, signal } = this.#thread;
    const { body } = this.#form.values;
    const answer = await api.send<{ body: readonly BodyNode[] }>("preview?body=nodes", { body });
    if (signal.aborted) return;
    const text = h("div", { class: "body", dir: "auto" }, build(answer.body, document));
    this.#content.replaceChildren(text);
    this.#form.notice("");
    this.#show(true);
  }

  close(): void {
    this.#show(false);
  }

  #show(shown: boolean): void {
    const { strings } = this.#thread;
    this.#element.hidden = !shown;
    this.#form.fields.body.element.hidden = shown;
    this.#form.previewButton.textContent = shown
      ? strings.of(english).text("write")
      : strings.text("preview");
  }
}
