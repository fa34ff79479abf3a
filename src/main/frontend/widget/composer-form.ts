import type { Comment } from "../shared/contract.ts";
import { h } from "../shared/dom.ts";
import type { FieldName } from "../shared/problem-words.ts";
import { Field } from "./field.ts";
import { quietButton } from "./quiet-button.ts";
import type { Thread } from "./thread.ts";

interface Actions {
  submit(): void;
  preview(): void;
  typed(): void;
  entered(): void;
  cancel?: () => void;
}

/** The elements of the composer. A new root's form shows only its text until it is entered. */
export class ComposerForm {
  readonly element: HTMLFormElement;
  readonly fields: {
    readonly body: Field<HTMLTextAreaElement>;
    readonly name: Field<HTMLInputElement>;
    readonly email: Field<HTMLInputElement>;
  };
  readonly #strings: Thread["strings"];
  readonly #counter = h("p", { class: "muted counter" });
  readonly #notice = h("p", { class: "notice", part: "notice", hidden: true });
  readonly #details: HTMLElement;
  readonly #submit: HTMLButtonElement;
  readonly previewButton: HTMLButtonElement;
  readonly #trap: HTMLInputElement;
  readonly #postLabel: string;

  constructor({ strings, guest }: Thread, parent: Comment | null, actions: Actions) {
    const id = parent?.id ?? "new";
    const hintId = `hint-${id}`;
    const text = h("textarea", {
      id: `body-${id}`,
      rows: 2,
      part: "textarea",
      dir: "auto",
      oninput: actions.typed,
    });
    const name = h("input", {
      id: `name-${id}`,
      part: "input",
      autocomplete: "name",
      maxlength: 120,
      dir: "auto",
    });
    const email = h("input", {
      id: `email-${id}`,
      part: "input",
      type: "email",
      autocomplete: "email",
    });
    name.value = guest.name;
    const title = parent?.author
      ? strings.text("replyTo", { name: parent.author.name })
      : strings.text("body");
    this.#strings = strings;
    this.#postLabel = strings.text(parent ? "postReply" : "post");
    this.fields = {
      body: new Field(text, title, "", hintId),
      name: new Field(name, strings.text("name")),
      email: new Field(email, strings.text("email"), strings.text("optional")),
    };
    this.#trap = h("input", {
      id: `website-${id}`,
      name: "website",
      tabindex: -1,
      autocomplete: "off",
    });
    this.#submit = h("button", { class: "primary", part: "submit" }, this.#postLabel);
    this.previewButton = quietButton(strings.text("preview"), actions.preview);
    const cancel = actions.cancel && quietButton(strings.text("cancel"), actions.cancel);
    this.#details = h(
      "div",
      { class: "details", hidden: !parent },
      h("p", { id: hintId, class: "muted hint" }, strings.text("hint")),
      this.#counter,
      h("div", { class: "who" }, this.fields.name.element, this.fields.email.element),
      this.#notice,
      h("div", { class: "buttons" }, this.#submit, this.previewButton, cancel),
    );
    this.element = h(
      "form",
      { class: "composer", part: "composer", novalidate: true, "aria-label": title },
      this.fields.body.element,
      this.#details,
      trap(this.#trap, strings.text("leaveEmpty")),
    );
    this.#listen(actions);
  }

  #listen(actions: Actions): void {
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      actions.submit();
    });
    this.element.addEventListener("focusin", () => {
      this.#open();
      actions.entered();
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        actions.submit();
      } else if (event.key === "Escape" && actions.cancel) {
        event.stopPropagation();
        actions.cancel();
      }
    });
  }

  #open(): void {
    this.#details.hidden = false;
    this.element.classList.add("open");
  }

  get values(): Record<FieldName, string> {
    const { body, name, email } = this.fields;
    return { body: body.value, name: name.value, email: email.value };
  }

  /** What stands in the field that people do not see. */
  get website(): string {
    return this.#trap.value;
  }

  restore(text: string): void {
    this.fields.body.control.value = text;
    if (text) this.#open();
  }

  counter(words: string): void {
    this.#counter.textContent = words;
  }

  notice(words: string): void {
    this.#notice.textContent = words;
    this.#notice.hidden = !words;
    if (words) this.#submit.textContent = this.#strings.text("retry");
  }

  /** Shows each problem at its field and moves the focus to the first. */
  problems(problems: ReadonlyMap<FieldName, string>): void {
    for (const name of ["email", "name", "body"] as const) {
      const words = problems.get(name) ?? null;
      this.fields[name].problem(words);
      if (words) this.fields[name].control.focus();
    }
  }

  sending(sending: boolean): void {
    if (sending) this.notice("");
    const label = this.#notice.hidden ? this.#postLabel : this.#strings.text("retry");
    this.#submit.textContent = sending ? this.#strings.text("posting") : label;
    this.#submit.ariaDisabled = sending ? "true" : null;
  }

  clear(): void {
    this.fields.body.control.value = "";
    this.counter("");
    this.#details.hidden = true;
    this.element.classList.remove("open");
  }
}

/** Programs fill in every field; nobody sees this one or comes to it by keyboard. */
function trap(control: HTMLInputElement, label: string): HTMLElement {
  const caption = h("label", { for: control.id }, label);
  return h("div", { class: "apart", "aria-hidden": "true" }, caption, control);
}
