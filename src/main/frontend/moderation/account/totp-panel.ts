import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import type { Owner } from "./account-view.ts";
import { codeInput } from "./code-field.ts";
import type { RecoveryCodes, Totp } from "./contract.ts";
import type { Door } from "./door.ts";
import { Field } from "./field.ts";
import { Form } from "./form.ts";
import { Panel } from "./panel.ts";
import { qrCode } from "./qr.ts";
import { recoverySheet } from "./recovery.ts";
import { grouped } from "./recovery-text.ts";
import { copyable } from "./shown-once.ts";

/** The code at sign-in: set up, turned off, and its recovery codes. */
export class TotpPanel {
  readonly #door: Door;
  readonly #owner: Owner;
  readonly #panel: Panel;

  constructor(door: Door, owner: Owner) {
    this.#door = door;
    this.#owner = owner;
    this.#panel = new Panel(door, door.words.text("totp.title"), door.words.text("totp.lead"));
    this.#state();
  }

  get element(): HTMLElement {
    return this.#panel.element;
  }

  #state(): void {
    const { totp, recoveryCodes } = this.#owner.session.account;
    const { words } = this.#door;
    const badge = h(
      "span",
      { class: totp ? "badge good" : "badge" },
      words.text(totp ? "totp.on" : "totp.off"),
    );
    const left = words.plural("recovery.left", recoveryCodes);
    const codes = h("span", { class: recoveryCodes < 3 ? "badge warn" : "badge" }, left);
    const panel = this.#panel;
    const buttons = totp
      ? [
        panel.button(words.text("recovery.new"), () => this.#newCodes()),
        panel.button(words.text("totp.turnOff"), () => this.#turnOff(), "", "danger"),
      ]
      : [panel.button(words.text("totp.start"), () => this.#start())];
    panel.show(
      h("p", { class: "buttons" }, badge, totp && codes),
      h("div", { class: "buttons" }, ...buttons),
    );
  }

  async #start(): Promise<void> {
    const { place } = this.#owner;
    const totp = await place.stepUp(() => place.call<Totp>("POST", "account/totp", {}));
    const { words, strings } = this.#door;
    const code = new Field(codeInput("totp-code"), {
      label: words.text("totp.enter"),
      missing: words.text("code.missing"),
    });
    const cancel = h(
      "button",
      { type: "button", onclick: () => this.#back() },
      strings.text("cancel"),
    );
    const form = new Form(this.#door, {
      submit: words.text("totp.turnOn"),
      fields: [code],
      content: [code.element],
      more: [cancel],
      send: () => this.#turnOn(code.value.trim()),
      explain: ({ status }: ApiError) => status === 400 ? [code, words.text("code.wrong")] : null,
    });
    this.#panel.show(this.#scan(totp), form.element);
    code.focus();
  }

  #scan({ qr, secret, uri }: Totp): HTMLElement {
    const { words } = this.#door;
    return h(
      "div",
      { class: "scan" },
      h("div", {}, h("p", {}, words.text("totp.scan")), qrCode(qr, words.text("totp.qr"))),
      h(
        "div",
        {},
        copyable(this.#door, "totp-secret", words.text("totp.secret"), grouped(secret)),
        h("p", {}, h("a", { href: uri }, words.text("totp.open"))),
      ),
    );
  }

  async #turnOn(code: string): Promise<void> {
    const { place } = this.#owner;
    const { recoveryCodes } = await place.stepUp(() =>
      place.call<RecoveryCodes>("PUT", "account/totp", { code })
    );
    await this.#owner.renew().catch(() => {});
    this.#shown(recoveryCodes);
    this.#panel.tell(this.#door.words.text("totp.turnedOn"));
  }

  async #turnOff(): Promise<void> {
    const { place } = this.#owner;
    const { words } = this.#door;
    if (!await place.confirm(words.text("totp.turnOffSure"), words.text("totp.turnOff"))) return;
    await place.stepUp(() => place.call("DELETE", "account/totp"));
    await this.#owner.renew();
    this.#back();
    this.#panel.tell(words.text("totp.turnedOff"));
  }

  async #newCodes(): Promise<void> {
    const { place } = this.#owner;
    const { words } = this.#door;
    if (!await place.confirm(words.text("recovery.newSure"), words.text("recovery.new"))) return;
    const { recoveryCodes } = await place.stepUp(() =>
      place.call<RecoveryCodes>("POST", "account/recovery-codes", {})
    );
    await this.#owner.renew().catch(() => {});
    this.#shown(recoveryCodes);
  }

  #shown(codes: readonly string[]): void {
    const sheet = recoverySheet(
      this.#door,
      this.#owner.session.account.name,
      codes,
      () => this.#back(),
    );
    this.#panel.show(sheet);
    sheet.querySelector<HTMLElement>("h3")?.focus();
  }

  #back(): void {
    this.#panel.tell("");
    this.#state();
    this.#panel.heading.focus();
  }
}
