import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import type { Session } from "../shell/view.ts";
import { CodeField } from "./code-field.ts";
import type { Door } from "./door.ts";
import { Field } from "./field.ts";
import { Form } from "./form.ts";
import { PasskeyButton } from "./passkey-button.ts";
import { passwordField, whose } from "./password-field.ts";

export interface SignInParts {
  /** Where it is sent: `session`, or `session/confirmation` for who is signed in already. */
  readonly path: string;
  readonly submit: string;
  readonly passkey: string;
  /** Whose it is; a name is asked for only in signing in. */
  readonly name: string;
  readonly hasPassword: boolean;
  readonly hasPasskeys: boolean;
  readonly hasCode: boolean;
  readonly more?: readonly HTMLElement[];
  done(session: Session): void;
}

/** Name and password, a code where the account has one, or a passkey. */
export class SignInForm {
  readonly element = h("div", { class: "sign" });
  readonly #door: Door;
  readonly #parts: SignInParts;
  readonly #name: Field | null;
  readonly #password: Field;
  readonly #code: CodeField;
  readonly #passkey: PasskeyButton | null;

  constructor(door: Door, parts: SignInParts) {
    const { words } = door;
    this.#door = door;
    this.#parts = parts;
    this.#name = parts.path === "session" ? nameField(door, parts.name) : null;
    this.#password = passwordField(words, {
      id: this.#name ? "password" : "confirm-password",
      label: words.text("sign.password"),
      missing: words.text("sign.passwordMissing"),
      autocomplete: "current-password",
    });
    this.#code = new CodeField(words, this.#name ? "code" : "confirm-code", parts.hasCode);
    this.#passkey = parts.hasPasskeys
      ? new PasskeyButton(door, parts.path, parts.passkey, parts.done)
      : null;
    this.element.append(...this.#content());
  }

  focus(): void {
    if (!this.#parts.hasPassword) return this.#passkey?.focus();
    const empty = this.#name && !this.#name.value ? this.#name : this.#password;
    empty.focus();
  }

  /** Lets the browser offer passkeys in the list under the name. */
  wait(): void {
    this.#passkey?.wait();
  }

  #content(): HTMLElement[] {
    const form = this.#parts.hasPassword && this.#form().element;
    return [form, this.#passkey?.element].filter((element) => !!element) as HTMLElement[];
  }

  #form(): Form {
    const { submit, name, more } = this.#parts;
    return new Form(this.#door, {
      submit,
      more,
      fields: [this.#name, this.#password, this.#code.field].filter((field) => field !== null),
      content: [
        this.#name?.element ?? whose(name),
        this.#password.element,
        this.#code.element,
      ],
      send: () => this.#send(),
      explain: (error) => this.#explain(error),
    });
  }

  async #send(): Promise<void> {
    const { path, done } = this.#parts;
    const name = this.#name?.value.trim();
    const entered = { name, password: this.#password.value, code: this.#code.value };
    done(await this.#door.call<Session>("POST", path, entered));
  }

  #explain({ status, code, fields }: ApiError): readonly [Field, string] | null {
    const { words } = this.#door;
    if (code === "second_factor_required") {
      this.#code.shown = true;
      this.#door.announce(words.text("code.asked"));
      return [this.#code.field, ""];
    }
    // Where strangers have used up the tries of the account, a recovery code lets its owner in.
    if (status === 429 && this.#name && !this.#code.shown) this.#code.offer();
    if (fields.some(({ field }) => field === "code")) {
      return [this.#code.field, words.text("code.wrong")];
    }
    if (status !== 401 && status !== 400) return null;
    return [this.#password, words.text(this.#name ? "sign.wrong" : "sign.wrongPassword")];
  }
}

function nameField({ words }: Door, value: string): Field {
  const control = h("input", {
    id: "name",
    name: "username",
    type: "text",
    autocomplete: "username webauthn",
    autocapitalize: "none",
    spellcheck: "false",
    dir: "auto",
    maxlength: 120,
    required: true,
    value,
  });
  return new Field(control, {
    label: words.text("sign.name"),
    missing: words.text("sign.nameMissing"),
  });
}
