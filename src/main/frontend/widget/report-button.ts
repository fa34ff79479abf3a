import type { ApiError } from "../shared/api-error.ts";
import type { ReportForm } from "../more/report-form.ts";
import type { Comment } from "../shared/contract.ts";
import { more } from "./more.ts";
import { quietButton } from "./quiet-button.ts";
import type { Thread } from "./thread.ts";

/** Ids of what was reported since the page was opened. */
const reported = new Set<string>();

/** Opens the form that tells the moderators of a comment; the form is loaded for whoever wants it first. */
export class ReportButton {
  readonly element: HTMLButtonElement;
  readonly #comment: Comment;
  readonly #thread: Thread;
  #form: ReportForm | null = null;

  constructor(comment: Comment, thread: Thread) {
    this.#comment = comment;
    this.#thread = thread;
    this.element = quietButton("", () => void this.#open());
    this.#label();
  }

  #label(): void {
    const { strings } = this.#thread;
    const { id, author } = this.#comment;
    const done = reported.has(id);
    this.element.textContent = strings.text(done ? "reported" : "report");
    this.element.ariaLabel = done ? null : strings.text("reportOf", { name: author?.name ?? "" });
    this.element.ariaExpanded = done ? null : `${!!this.#form}`;
    this.element.ariaDisabled = done ? "true" : null;
  }

  async #open(): Promise<void> {
    if (this.#form) return this.#form.focus();
    if (this.element.ariaDisabled || this.element.ariaBusy) return;
    this.element.ariaBusy = "true";
    try {
      const { ReportForm } = await more();
      if (!this.element.isConnected) return;
      this.#form = new ReportForm(this.#comment, this.#thread, (sent) => this.#closed(sent));
      this.#form.showBelow(this.element.closest("article")!);
      this.#label();
    } catch (error) {
      this.#failed(error as ApiError);
    } finally {
      this.element.ariaBusy = null;
    }
  }

  #closed(sent: boolean): void {
    this.#form = null;
    if (sent) reported.add(this.#comment.id);
    this.#label();
    this.element.focus();
  }

  #failed({ code }: ApiError): void {
    const { strings, announce } = this.#thread;
    const words = strings.text(code as "offline" | "unreachable");
    this.element.textContent = `${words} ${strings.text("retry")}`;
    this.element.ariaLabel = null;
    announce(words);
  }
}
