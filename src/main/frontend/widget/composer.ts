import type { Preview } from "../more/preview.ts";
import { ApiError } from "../shared/api-error.ts";
import type { Comment, Posted } from "../shared/contract.ts";
import { type FieldName, fieldProblem, postProblem } from "../shared/problem-words.ts";
import { ComposerForm } from "./composer-form.ts";
import { Draft } from "./drafts.ts";
import { excess, NEAR_LIMIT } from "./length.ts";
import { more } from "./more.ts";
import { post } from "./posting.ts";
import { storage, type Thread } from "./thread.ts";

/** Older ones are asked for anew; the server takes them for a day. */
const STAMP_MS = 3_600_000;

export interface ComposerEvents {
  posted(posted: Posted): void;
  failed(error: ApiError): void;
  /** Only a reply can be cancelled. */
  cancelled?(): void;
}

/** Writes one comment: a new root, or a reply to `parent`. */
export class Composer {
  readonly #thread: Thread;
  readonly #parent: Comment | null;
  readonly #events: ComposerEvents;
  readonly #draft: Draft;
  readonly #form: ComposerForm;
  #sending = false;
  #waitsUntil = 0;
  #preview: Preview | null = null;
  #stamp: string | undefined;
  #stampedAt = 0;

  constructor(thread: Thread, parent: Comment | null, events: ComposerEvents) {
    this.#thread = thread;
    this.#parent = parent;
    this.#events = events;
    this.#draft = new Draft(
      storage,
      `${thread.api.server}:${thread.api.site}:${thread.key}`,
      parent?.id ?? null,
    );
    this.#form = new ComposerForm(thread, parent, {
      submit: () => void this.#submit(),
      preview: () => void this.#togglePreview(),
      typed: () => this.#typed(),
      entered: () => void this.#stampForm(),
      cancel: events.cancelled && (() => events.cancelled?.()),
    });
    this.#form.restore(this.#draft.text);
    this.#count();
  }

  get element(): HTMLElement {
    return this.#form.element;
  }

  focus(): void {
    this.#form.fields.body.control.focus();
  }

  #typed(): void {
    this.#draft.text = this.#form.fields.body.value;
    this.#count();
  }

  #count(): void {
    const over = excess(this.#form.fields.body.value);
    const { strings } = this.#thread;
    if (over > 0) this.#form.counter(strings.plural("over", over));
    else if (over > -NEAR_LIMIT) this.#form.counter(strings.plural("left", -over));
    else this.#form.counter("");
  }

  /** The stamp proves when the form was opened; without one a comment is sent all the same. */
  async #stampForm(): Promise<void> {
    if (Date.now() - this.#stampedAt < STAMP_MS) return;
    this.#stampedAt = Date.now();
    const { api, signal } = this.#thread;
    this.#stamp = await api.formStamp(signal).catch(() => undefined);
    if (!this.#stamp) this.#stampedAt = 0;
  }

  async #submit(): Promise<void> {
    if (this.#sending || Date.now() < this.#waitsUntil || !this.#isComplete()) return;
    const { values } = this.#form;
    const { key, url, title, guest } = this.#thread;
    const author = { name: values.name.trim(), email: values.email.trim() || undefined };
    const comment = {
      thread: key,
      url,
      title,
      parentId: this.#parent?.id ?? null,
      author,
      body: values.body,
      form: { stamp: this.#stamp, website: this.#form.website },
    };
    guest.name = author.name;
    this.#sending = true;
    this.#form.sending(true);
    try {
      const posted = await post(comment, this.#draft, this.#thread);
      this.#preview?.close();
      this.#form.clear();
      this.#events.posted(posted);
    } catch (error) {
      await this.#failed(error instanceof ApiError ? error : new ApiError(0, "internal"));
    } finally {
      this.#sending = false;
      this.#form.sending(false);
    }
  }

  #isComplete(): boolean {
    const { values, fields } = this.#form;
    const wrong: FieldName[] = [];
    if (!values.body.trim() || excess(values.body) > 0) wrong.push("body");
    if (!values.name.trim()) wrong.push("name");
    if (!fields.email.control.validity.valid) wrong.push("email");
    this.#show(wrong.map((name) => [name, fieldProblem(name, values[name], this.#thread.strings)]));
    return wrong.length === 0;
  }

  #show(problems: Iterable<[FieldName, string]>): void {
    const byField = new Map(problems);
    if (byField.has("body")) this.#preview?.close();
    this.#form.problems(byField);
  }

  async #failed(error: ApiError): Promise<void> {
    const { strings, announce, signal } = this.#thread;
    const known = error.code === "offline" ? null : await more().catch(() => null);
    const words = known ? await known.refusal(error, this.#thread) : postProblem(error, strings);
    if (signal.aborted) return;
    this.#show(known?.fieldProblems(error, this.#form.values, strings) ?? []);
    this.#form.notice(words);
    announce(words);
    if (error.status === 429) {
      const seconds = error.retryAfter ?? 10;
      this.#waitsUntil = Date.now() + seconds * 1000;
      if (known) known.countDown(seconds, this.#thread, (left) => this.#form.notice(left));
    }
    this.#events.failed(error);
  }

  async #togglePreview(): Promise<void> {
    const { strings, signal } = this.#thread;
    const { body } = this.#form.values;
    if (!body.trim()) return this.#show([["body", fieldProblem("body", body, strings)]]);
    try {
      const { Preview } = await more();
      this.#preview ??= new Preview(this.#form, this.#thread);
      await this.#preview.toggle();
    } catch (error) {
      if (!signal.aborted) await this.#failed(error as ApiError);
    }
  }
}
