import { h } from "../../shared/dom.ts";
import type { Owner } from "./account-view.ts";
import type { Door } from "./door.ts";
import { Form } from "./form.ts";
import { NewPassword } from "./new-password.ts";
import { Panel } from "./panel.ts";
import { whose } from "./password-field.ts";

/** Changes the password. */
export class PasswordPanel {
  readonly #door: Door;
  readonly #owner: Owner;
  readonly #panel: Panel;
  readonly #changed: () => void;

  constructor(door: Door, owner: Owner, changed: () => void) {
    const lead = owner.session.account.hasPassword ? "password.lead" : "password.none";
    this.#door = door;
    this.#owner = owner;
    this.#changed = changed;
    this.#panel = new Panel(door, door.words.text("password.title"), door.words.text(lead));
    this.#closed();
  }

  get element(): HTMLElement {
    return this.#panel.element;
  }

  #closed(): HTMLButtonElement {
    const { hasPassword } = this.#owner.session.account;
    const label = this.#door.words.text(hasPassword ? "password.change" : "password.set");
    const open = h("button", { type: "button", onclick: () => this.#open() }, label);
    this.#panel.show(h("div", { class: "buttons" }, open));
    return open;
  }

  #open(): void {
    const { words, strings } = this.#door;
    const { name } = this.#owner.session.account;
    const password = new NewPassword(this.#door, "changed-password", () => name);
    const cancel = h(
      "button",
      { type: "button", onclick: () => this.#closed().focus() },
      strings.text("cancel"),
    );
    const form = new Form(this.#door, {
      submit: words.text("password.save"),
      fields: [password.field],
      content: [whose(name), password.element],
      more: [cancel],
      send: () => this.#save(password.value),
      explain: (error) => password.explain(error),
    });
    this.#panel.tell("");
    this.#panel.show(form.element);
    password.field.focus();
  }

  async #save(password: string): Promise<void> {
    const { place } = this.#owner;
    await place.stepUp(() => place.call("PUT", "account/password", { password }));
    await this.#owner.renew().catch(() => {});
    this.#closed().focus();
    this.#panel.tell(this.#door.words.text("password.saved"));
    this.#changed();
  }
}
