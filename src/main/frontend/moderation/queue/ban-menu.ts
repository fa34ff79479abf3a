import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import type { QueueItem } from "../desk/contract.ts";
import { Dialog } from "../shell/dialog.ts";
import { Field } from "../shell/field.ts";
import { reason as reasonOf } from "../shell/states.ts";
import type { Place } from "../shell/view.ts";

const DAY_MS = 86_400_000;
const TERMS = [1, 7, 30, 365, 0] as const;
const TARGETS = ["author", "address", "subnet"] as const;
const LONGEST_REASON = 500;

/** Bans who wrote a comment, or where it came from. */
export class BanMenu {
  readonly #item: QueueItem;
  readonly #place: Place;
  readonly #banned: () => void;
  readonly #dialog: Dialog;
  readonly #targets: readonly HTMLInputElement[];
  readonly #term: Field<HTMLSelectElement>;
  readonly #reason: Field<HTMLInputElement>;
  readonly #shadow = h("input", { type: "checkbox" });
  readonly #remove = h("input", { type: "checkbox" });
  readonly #notice = h("p", { class: "notice bad", role: "alert", hidden: true });
  #sending = false;

  /** `banned` is called when it is done. */
  constructor(item: QueueItem, place: Place, banned: () => void) {
    const { strings } = place;
    this.#item = item;
    this.#place = place;
    this.#banned = banned;
    this.#dialog = new Dialog(strings.text("banTitle", { name: item.author.name }), strings);
    this.#targets = TARGETS.map((value) =>
      h("input", { type: "radio", name: "ban-target", value, checked: value === "author" })
    );
    this.#term = new Field(
      h(
        "select",
        { id: "ban-until" },
        ...TERMS.map((days) =>
          h(
            "option",
            { value: days, selected: days === 7 },
            days ? strings.plural("days", days) : strings.text("forGood"),
          )
        ),
      ),
      strings.text("banUntil"),
    );
    this.#reason = new Field(
      h("input", { id: "ban-reason", maxlength: LONGEST_REASON, dir: "auto", autofocus: true }),
      strings.text("banReason"),
      strings.text("banReasonHint"),
    );
    this.#open();
  }

  #open(): void {
    const { strings } = this.#place;
    const choice = (control: HTMLElement, words: string, hint = "") =>
      h(
        "label",
        { class: "choice" },
        control,
        h("span", {}, words, hint && h("span", { class: "hint block" }, hint)),
      );
    this.#dialog.open(
      h(
        "form",
        { novalidate: true, onsubmit: (event: Event) => void this.#submit(event) },
        h(
          "fieldset",
          { class: "field" },
          h("legend", {}, strings.text("banWho")),
          ...this.#targets.map((radio) =>
            choice(radio, strings.text(`ban.${radio.value as (typeof TARGETS)[number]}`))
          ),
        ),
        this.#reason.element,
        this.#term.element,
        choice(this.#remove, strings.text("banRemove"), strings.text("banRemoveHint")),
        choice(this.#shadow, strings.text("banShadow"), strings.text("banShadowHint")),
        this.#notice,
        h(
          "div",
          { class: "buttons" },
          h("button", { class: "primary" }, strings.text("banDo")),
          h(
            "button",
            { type: "button", onclick: () => this.#dialog.close() },
            strings.text("cancel"),
          ),
        ),
      ),
    );
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { desk, strings, toast } = this.#place;
    const { author } = this.#item;
    if (!this.#reason.value.trim()) {
      this.#reason.problem(strings.text("banReasonMissing"));
      return this.#reason.control.focus();
    }
    if (this.#sending) return;
    this.#sending = true;
    this.#notice.hidden = true;
    try {
      await desk.ask("POST", "bans", { body: this.#ban() });
      this.#dialog.close();
      toast(strings.text("banDone", { name: author.name }));
      this.#banned();
    } catch (error) {
      this.#failed(error as ApiError);
    } finally {
      this.#sending = false;
    }
  }

  #ban(): Record<string, unknown> {
    const target = this.#targets.find(({ checked }) => checked)?.value;
    const days = Number(this.#term.value);
    return {
      commentId: this.#item.id,
      network: target === "author" ? undefined : target,
      until: days ? new Date(Date.now() + days * DAY_MS).toISOString() : undefined,
      shadow: this.#shadow.checked,
      remove: this.#remove.checked,
      reason: this.#reason.value.trim(),
    };
  }

  /** The server's own words about a field: they name what nobody could know here, such as whose address it is. */
  #failed(error: ApiError): void {
    const { strings } = this.#place;
    for (const { field, detail } of error.fields) {
      if (field === "reason") this.#reason.problem(detail);
      if (field === "until") this.#term.problem(detail);
    }
    const others = error.fields.filter(({ field }) => field !== "reason" && field !== "until");
    const words = error.status === 409
      ? [strings.text("banTwice")]
      : others.length
      ? others.map(({ detail }) => detail)
      : error.fields.length
      ? []
      : [reasonOf(error, strings)];
    this.#notice.textContent = words.join(" ");
    this.#notice.hidden = words.length === 0;
  }
}
