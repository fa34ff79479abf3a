import { ApiError } from "../shared/api-error.ts";
import type { Comment, Posted } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import { build } from "../shared/nodes.ts";
import {
  type FieldName,
  fieldProblem,
  fieldProblems,
  postProblem,
} from "../shared/problem-words.ts";
import { ComposerForm } from "./composer-form.ts";
import { Draft } from "./drafts.ts";
import { excess, NEAR_LIMIT } from "./length.ts";
import { post } from "./posting.ts";
import { storage, type Thread } from "./thread.ts";

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
      preview: () => void this.#preview(),
      typed: () => this.#typed(),
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
    };
    guest.name = author.name;
    this.#sending = true;
    this.#form.sending(true);
    try {
      const posted = await post(comment, this.#draft, this.#thread);
      this.#form.clear();
      this.#events.posted(posted);
    } catch (error) {
      this.#failed(error instanceof ApiError ? error : new ApiError(0, "internal"));
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
    this.#form.problems(
      new Map(wrong.map((name) => [name, fieldProblem(name, values[name], this.#thread.strings)])),
    );
    return wrong.length === 0;
  }

  #failed(error: ApiError): void {
    const { strings, announce, signal } = this.#thread;
    if (signal.aborted) return;
    this.#form.problems(fieldProblems(error, this.#form.values, strings));
    const words = postProblem(error, strings);
    this.#form.notice(words);
    announce(words);
    if (error.code === "too_many_requests") this.#countDown(error.retryAfter ?? 10);
    this.#events.failed(error);
  }

  #countDown(seconds: number): void {
    this.#waitsUntil = Date.now() + seconds * 1000;
    const { strings, signal } = this.#thread;
    const timer = setInterval(() => {
      const left = Math.ceil((this.#waitsUntil - Date.now()) / 1000);
      this.#form.notice(left > 0 ? strings.plural("tooMany", left) : "");
      if (left <= 0) clearInterval(timer);
    }, 1000);
    signal.addEventListener("abort", () => clearInterval(timer));
  }

  async #preview(): Promise<void> {
    if (this.#form.isPreviewing) return this.#form.preview(null);
    const { api, signal, strings } = this.#thread;
    const { body } = this.#form.values;
    if (!body.trim()) {
      return this.#form.problems(new Map([["body", fieldProblem("body", body, strings)]]));
    }
    try {
      const nodes = await api.preview(body, signal);
      this.#form.preview(h("div", { class: "body", dir: "auto" }, build(nodes, document)));
    } catch (error) {
      if (!signal.aborted) this.#failed(error as ApiError);
    }
  }
}
