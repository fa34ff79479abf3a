import type { ApiError } from "../../shared/api-error.ts";
import { type Child, h } from "../../shared/dom.ts";
import type { Owner } from "./account-view.ts";
import type { Ceremony, Passkey } from "./contract.ts";
import type { Door } from "./door.ts";
import { Field } from "./field.ts";
import { Form } from "./form.ts";
import { item } from "./item.ts";
import { moment } from "./moment.ts";
import { Panel } from "./panel.ts";
import { obstacle } from "./passkey-place.ts";
import { makePasskey, obstacleNote, passkeyWords } from "./passkeys.ts";

const LONGEST_NAME = 60;

/** The passkeys of the account. */
export class PasskeysPanel {
  readonly #door: Door;
  readonly #owner: Owner;
  readonly #panel: Panel;

  constructor(door: Door, owner: Owner) {
    this.#door = door;
    this.#owner = owner;
    this.#panel = new Panel(
      door,
      door.words.text("passkey.title"),
      door.words.text("passkey.lead"),
    );
    void this.#load();
  }

  get element(): HTMLElement {
    return this.#panel.element;
  }

  #load(): Promise<void> {
    const { place } = this.#owner;
    return this.#panel.load(
      () => place.call<{ passkeys: readonly Passkey[] }>("GET", "account/passkeys"),
      ({ passkeys }) => this.#list(passkeys),
    );
  }

  #list(passkeys: readonly Passkey[]): Child[] {
    const { words } = this.#door;
    const why = obstacle();
    const add = h(
      "button",
      { type: "button", onclick: () => this.#naming(list) },
      words.text("passkey.add"),
    );
    const list = passkeys.length > 0
      ? h("ul", { class: "items" }, ...passkeys.map((passkey) => this.#item(passkey)))
      : h("p", { class: "muted" }, words.text("passkey.empty"));
    return [list, why ? obstacleNote(why, words) : h("div", { class: "buttons" }, add)];
  }

  #item(passkey: Passkey): HTMLElement {
    const { words } = this.#door;
    const { name, createdAt, lastUsedAt } = passkey;
    const remove = this.#panel.button(
      words.text("passkey.remove"),
      () => this.#remove(passkey),
      name,
      "danger",
    );
    return item(
      [h("bdi", {}, name)],
      [
        moment(this.#door, "passkey.made", createdAt),
        lastUsedAt ? moment(this.#door, "passkey.used", lastUsedAt) : words.text("passkey.unused"),
      ],
      remove,
    );
  }

  #naming(list: HTMLElement): void {
    const { words, strings } = this.#door;
    const control = h("input", {
      id: "passkey-name",
      type: "text",
      autocomplete: "off",
      maxlength: LONGEST_NAME,
      dir: "auto",
      value: deviceName(),
    });
    const name = new Field(control, {
      label: words.text("passkey.name"),
      hint: words.text("passkey.nameHint"),
      missing: words.text("passkey.nameMissing"),
    });
    const cancel = h(
      "button",
      { type: "button", onclick: () => void this.#back() },
      strings.text("cancel"),
    );
    const form = new Form(this.#door, {
      submit: words.text("passkey.create"),
      fields: [name],
      content: [name.element],
      more: [cancel],
      send: () => this.#add(name.value.trim()),
      explain: (error) => [name, this.#problem(error)],
    });
    this.#panel.show(list, form.element);
    name.focus();
  }

  async #add(name: string): Promise<void> {
    const { place } = this.#owner;
    const begin = () => place.call<Ceremony>("POST", "account/passkeys/options", {});
    await makePasskey(this.#door, name, await place.stepUp(begin));
    await this.#owner.renew().catch(() => {});
    await this.#back();
    this.#panel.tell(this.#door.words.text("passkey.added"));
  }

  #problem(error: ApiError): string {
    const { words } = this.#door;
    if (error.status === 409) return words.text("passkey.full");
    const named = error.fields?.some(({ field }) => field === "name");
    return named ? words.text("passkey.nameMissing") : passkeyWords(error, words);
  }

  async #remove({ id, name }: Passkey): Promise<void> {
    const { place } = this.#owner;
    const { words } = this.#door;
    if (
      !await place.confirm(words.text("passkey.removeSure", { name }), words.text("passkey.remove"))
    ) return;
    const gone = () => place.call("DELETE", `account/passkeys/${id}`);
    await this.#panel.run(async () => {
      await place.stepUp(gone);
      await this.#owner.renew();
      await this.#back();
      this.#panel.tell(words.text("passkey.removed"));
    }, ({ status }) => status === 409 ? words.text("passkey.last") : null);
  }

  async #back(): Promise<void> {
    await this.#load();
    this.#panel.heading.focus();
  }
}

/** What the browser says it runs on; somebody may call it otherwise. */
function deviceName(): string {
  const { userAgentData } = navigator as { userAgentData?: { platform?: string } };
  return userAgentData?.platform ?? "";
}
