import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import type { Place } from "../shell/view.ts";
import { Choices } from "./choices.ts";
import type { ApiToken, Scope } from "./contract.ts";
import type { Door } from "./door.ts";
import { Field } from "./field.ts";
import { Form } from "./form.ts";
import { Panel } from "./panel.ts";
import { copyable } from "./shown-once.ts";

const SCOPES: readonly Scope[] = ["read", "moderate", "settings"];
const LONGEST_NAME = 100;

interface Made {
  readonly token: string;
  readonly details: ApiToken;
}

/** Makes a token for a program and shows it, once. */
export class NewToken {
  readonly #door: Door;
  readonly #place: Place;
  readonly #panel: Panel;
  readonly #made: () => void;

  constructor(door: Door, place: Place, made: () => void) {
    this.#door = door;
    this.#place = place;
    this.#made = made;
    this.#panel = new Panel(door, door.words.text("token.add"));
    this.#form();
  }

  get element(): HTMLElement {
    return this.#panel.element;
  }

  #form(): Field {
    const { words } = this.#door;
    const control = h("input", {
      id: "token-name",
      type: "text",
      autocomplete: "off",
      maxlength: LONGEST_NAME,
      dir: "auto",
    });
    const name = new Field(control, {
      label: words.text("token.name"),
      missing: words.text("token.nameMissing"),
    });
    const scopes = new Choices(
      "checkbox",
      words.text("token.scopes"),
      SCOPES.map((value) => ({
        value,
        label: words.text(`token.${value}`),
        note: words.text(`token.${value}May`),
      })),
    );
    const form = new Form(this.#door, {
      submit: words.text("token.add"),
      fields: [name],
      choices: { group: scopes, missing: words.text("token.scopesMissing") },
      content: [name.element, scopes.element],
      send: () => this.#send(name.value.trim(), scopes.chosen),
      explain: ({ fields }) =>
        fields.some(({ field }) => field === "name")
          ? [name, words.text("token.nameMissing")]
          : null,
      tell: ({ status }: ApiError) => status === 409 ? words.text("token.full") : null,
    });
    this.#panel.show(form.element);
    return name;
  }

  async #send(name: string, scopes: readonly string[]): Promise<void> {
    const { desk, stepUp } = this.#place;
    const { words } = this.#door;
    const { token, details } = await stepUp(() =>
      desk.ask<Made>("POST", "tokens", { body: { name, scopes } })
    );
    const title = h("h3", { tabindex: -1 }, words.text("token.ready", { name: details.name }));
    const done = () => this.#form().focus();
    this.#panel.show(h(
      "div",
      { class: "stack once" },
      title,
      h("p", {}, words.text("token.once")),
      copyable(this.#door, "token-value", words.text("token.value"), token),
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "button", onclick: done }, words.text("action.done")),
      ),
    ));
    title.focus();
    this.#made();
  }
}
