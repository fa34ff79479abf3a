import { h } from "../../shared/dom.ts";
import { Field } from "./field.ts";
import type { Words } from "./problem-words.ts";

interface PasswordParts {
  readonly id: string;
  readonly label: string;
  readonly missing: string;
  readonly autocomplete: string;
  readonly check?: () => string;
}

/** A password that can be looked at, pasted, and filled in by a password manager. */
export function passwordField(words: Words, parts: PasswordParts): Field {
  const { id, label, missing, autocomplete, check } = parts;
  const control = h("input", {
    id,
    name: id,
    type: "password",
    autocomplete,
    autocapitalize: "none",
    spellcheck: "false",
    dir: "ltr",
    required: true,
  });
  const toggle = h(
    "button",
    {
      type: "button",
      class: "quiet",
      "aria-pressed": "false",
      "aria-label": words.text("sign.shown"),
    },
    words.text("sign.show"),
  );
  toggle.addEventListener("click", () => {
    const shown = control.type === "password";
    control.type = shown ? "text" : "password";
    toggle.ariaPressed = String(shown);
  });
  return new Field(control, { label, missing, check, beside: toggle });
}

/** Tells a password manager whose password it is, where no name is asked for. */
export function whose(name: string): HTMLInputElement {
  return h("input", {
    type: "text",
    autocomplete: "username",
    value: name,
    readonly: true,
    hidden: true,
  });
}
