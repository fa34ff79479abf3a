import type { ApiError } from "../shared/api-error.ts";
import type { Comment } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import type { Strings } from "../shared/i18n.ts";
import { Field } from "../widget/field.ts";
import { quietButton } from "../widget/quiet-button.ts";
import type { Thread } from "../widget/thread.ts";
import { english } from "./english.ts";
import { refusal } from "./refusals.ts";
import { adoptStyles } from "./styles.ts";

const REASONS = ["spam", "abuse", "off-topic", "illegal", "other"] as const;
const MAX_NOTE = 1000;

/** Tells the moderators of a comment. `closed` is called once, with whether they were told. */
export class ReportForm {
  readonly #comment: Comment;
  readonly #thread: Thread;
  readonly #words: Strings<typeof english>;
  readonly #closed: (sent: boolean) => void;
  readonly #element: HTMLFormElement;
  readonly #radios: readonly HTMLInputElement[];
  readonly #note: HTMLTextAreaElement;
  readonly #missing: HTMLElement;
  readonly #notice = h("p", { class: "notice", part: "notice", hidden: true });
  readonly #submit: HTMLButtonElement;
  #sending = false;

  constructor(comment: Comment, thread: Thread, closed: (sent: boolean) => void) {
    const { id } = comment;
    this.#comment = comment;
    this.#thread = thread;
    this.#words = thread.strings.of(english);
    this.#closed = closed;
    this.#radios = REASONS.map((value) => h("input", { type: "radio", name: "reason", value }));
    this.#missing = h("p", { id: `reason-${id}-error`, class: "error", part: "error" });
    this.#note = h("textarea", {
      id: `note-${id}`,
      rows: 2,
      maxlength: MAX_NOTE,
      part: "textarea",
      dir: "auto",
    });
    this.#submit = h("button", { class: "primary", part: "submit" });
    this.#element = this.#build();
    this.#label();
  }

  /** Opens the form below the comment's article. */
  showBelow(article: Element): void {
    article.after(this.#element);
    adoptStyles(this.#element);
    this.focus();
  }

  focus(): void {
    (this.#chosen ?? this.#radios[0])?.focus();
  }

  get #chosen(): HTMLInputElement | undefined {
    return this.#radios.find((radio) => radio.checked);
  }

  #build(): HTMLFormElement {
    const words = this.#words;
    const cancel = quietButton(this.#thread.strings.text("cancel"), () => this.#close(false));
    return h(
      "form",
      {
        class: "report",
        part: "report",
        novalidate: true,
        onsubmit: (event: Event) => this.#submitted(event),
        onkeydown: (event: KeyboardEvent) => this.#pressed(event),
      },
      this.#reasons(),
      new Field(this.#note, words.text("note"), words.text("noteHint")).element,
      this.#notice,
      h("div", { class: "buttons" }, this.#submit, cancel),
    );
  }

  #reasons(): HTMLElement {
    const choices = this.#radios.map((radio) => {
      const reason = radio.value as (typeof REASONS)[number];
      return h("label", { class: "choice" }, radio, this.#words.text(`reason.${reason}`));
    });
    return h(
      "fieldset",
      { "aria-describedby": this.#missing.id, onchange: () => this.#missing.textContent = "" },
      h("legend", {}, this.#words.text("reportWhy")),
      ...choices,
      this.#missing,
    );
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.#close(false);
  }

  #submitted(event: Event): void {
    event.preventDefault();
    if (this.#sending) return;
    if (this.#chosen) return void this.#send(this.#chosen.value);
    this.#missing.textContent = this.#words.text("reasonMissing");
    this.#thread.announce(this.#missing.textContent);
    this.focus();
  }

  async #send(reason: string): Promise<void> {
    const { api, guest, signal } = this.#thread;
    const flag = { reason, note: this.#note.value.trim() || undefined };
    this.#sending = true;
    this.#tell("");
    try {
      await guest.act((token) => api.send(`comments/${this.#comment.id}/flags`, flag, token));
      if (!signal.aborted) this.#end(this.#words.text("reportSent"), true);
    } catch (error) {
      await this.#failed(error as ApiError);
    } finally {
      this.#sending = false;
      this.#label();
    }
  }

  async #failed(error: ApiError): Promise<void> {
    const { signal, announce } = this.#thread;
    const told = await refusal(error, this.#thread);
    if (signal.aborted) return;
    if (error.status === 404) return this.#end(this.#words.text("reportGone"), false);
    if (error.status === 409) return this.#end(this.#words.text("reportOwn"), false);
    this.#tell(told);
    announce(told);
  }

  #tell(words: string): void {
    this.#notice.textContent = words;
    this.#notice.hidden = !words;
    this.#label();
  }

  #label(): void {
    const again = this.#notice.hidden
      ? this.#words.text("reportSend")
      : this.#thread.strings.text("retry");
    this.#submit.textContent = this.#sending ? this.#words.text("reportSending") : again;
    this.#submit.ariaDisabled = this.#sending ? "true" : null;
  }

  /** Leaves words in the place of the form. */
  #end(words: string, sent: boolean): void {
    this.#element.after(h("p", { class: "muted thanks", part: "notice" }, words));
    this.#thread.announce(words);
    this.#close(sent);
  }

  #close(sent: boolean): void {
    this.#element.remove();
    this.#closed(sent);
  }
}
