import type { ApiError } from "../../shared/api-error.ts";
import { type Child, h } from "../../shared/dom.ts";
import { exact } from "../../shared/time.ts";
import { alone, failed, skeleton } from "../shell/states.ts";
import type { Gate, Session, View } from "../shell/view.ts";
import type { Offer } from "./contract.ts";
import { brand } from "./brand.ts";
import { type Door, doorOf } from "./door.ts";
import { Field } from "./field.ts";
import { Form } from "./form.ts";
import { NewPassword } from "./new-password.ts";
import { whose } from "./password-field.ts";
import { problemWords } from "./problem-words.ts";
import { SignInForm } from "./sign-in-form.ts";

/** The page of an invitation: who invites to what, and then the way in. */
export function invitation(token: string, gate: Gate, session: Session | null): View {
  const end = new AbortController();
  const door = doorOf(gate, end.signal);
  const page = new InvitationPage(token, gate, door, session);
  return { element: page.element, show: () => void page.look(), close: () => end.abort() };
}

class InvitationPage {
  readonly element = h("div", { class: "account gate" });
  readonly #token: string;
  readonly #gate: Gate;
  readonly #door: Door;
  #session: Session | null;

  constructor(token: string, gate: Gate, door: Door, session: Session | null) {
    this.#token = token;
    this.#gate = gate;
    this.#door = door;
    this.#session = session;
  }

  async look(): Promise<void> {
    const { call, strings, signal, announce, words } = this.#door;
    this.element.replaceChildren(skeleton(1));
    announce(words.text("invited.loading"));
    try {
      this.#offer(await call<Offer>("POST", "invitations/look", { token: this.#token }));
    } catch (error) {
      if (signal.aborted) return;
      if ((error as ApiError).status === 404) return this.#ended();
      const state = failed(error as ApiError, strings, () => void this.look());
      this.element.replaceChildren(alone(state, strings));
    }
  }

  #offer(offer: Offer): void {
    if (this.#door.signal.aborted) return;
    if (this.#session && !offer.name) this.#join(offer, this.#session);
    else this.#begin(offer);
  }

  /** For somebody new, or for a new password. */
  #begin(offer: Offer): void {
    const { words } = this.#door;
    const name = offer.name === null ? nameField(this.#door) : null;
    const password = new NewPassword(
      this.#door,
      "new-password",
      () => name?.value ?? offer.name ?? "",
    );
    name?.control.addEventListener("input", () => password.update());
    const member = h(
      "button",
      { type: "button", onclick: () => this.#signIn(offer) },
      words.text("invited.member"),
    );
    const form = new Form(this.#door, {
      submit: words.text("invited.accept"),
      fields: name ? [name, password.field] : [password.field],
      content: [name?.element ?? whose(offer.name ?? ""), password.element],
      more: name ? [member] : [],
      send: () => this.#accept(offer, { name: name?.value.trim(), password: password.value }),
      explain: (error) => (name && nameProblem(error, name, this.#door)) ?? password.explain(error),
    });
    const bound = offer.name && h("p", {}, words.text("invited.bound", { name: offer.name }));
    this.#show(offer, bound, h("div", { class: "card" }, form.element));
    (name ?? password.field).focus();
  }

  /** For who has an account and is signed in. */
  #join(offer: Offer, { account }: Session): void {
    const { words, call } = this.#door;
    const leave = async () => {
      await call("DELETE", "session");
      this.#session = null;
      this.#begin(offer);
    };
    const other = () => leave().catch((error) => form.tell(problemWords(error, words)));
    const form = new Form(this.#door, {
      submit: words.text("invited.join", { name: account.name }),
      fields: [],
      content: [h("p", {}, words.text("invited.as", { name: account.name }))],
      more: [
        h("button", {
          type: "button",
          onclick: () => void other(),
        }, words.text("invited.other")),
      ],
      send: () => this.#accept(offer, {}),
    });
    this.#show(offer, h("div", { class: "card" }, form.element));
  }

  /** For who has an account and is not signed in. */
  #signIn(offer: Offer): void {
    const { words } = this.#door;
    const form = new SignInForm(this.#door, {
      path: "session",
      submit: words.text("sign.submit"),
      passkey: words.text("sign.passkey"),
      name: "",
      hasPassword: true,
      hasPasskeys: true,
      hasCode: false,
      done: (session) => {
        this.#session = session;
        this.#join(offer, session);
      },
    });
    this.#show(offer, h("div", { class: "card" }, form.element));
    form.focus();
    form.wait();
  }

  async #accept({ site }: Offer, answer: { name?: string; password?: string }): Promise<void> {
    const accepted = { token: this.#token, ...answer };
    const session = await this.#door.call<Session>("POST", "invitations/accept", accepted);
    this.#gate.address.settle({ site });
    this.#gate.signedIn(session);
  }

  #show({ site, role, invitedBy, expiresAt }: Offer, ...content: Child[]): void {
    const { words, strings } = this.#door;
    const when = exact(new Date(expiresAt), strings);
    const title = h("h1", { tabindex: -1 }, words.text("invited.title", { site }));
    const by = invitedBy
      ? words.text("invited.by", { name: invitedBy, when })
      : words.text("invited.until", { when });
    this.element.replaceChildren(
      brand(),
      title,
      h("p", {}, words.text(`invited.${role}`, { site })),
      h("p", { class: "hint" }, by),
      ...content.filter((child) => !!child) as Node[],
    );
    title.focus();
  }

  #ended(): void {
    const { words, strings } = this.#door;
    const title = h("h1", { tabindex: -1 }, words.text("invited.ended"));
    this.element.replaceChildren(
      brand(),
      title,
      h("p", {}, words.text("invited.endedLead")),
      h("p", { class: "hint" }, words.text("invited.console")),
      h("pre", { class: "command", dir: "ltr" }, "java -jar causerie.jar moderator invite SITE"),
      h("button", { type: "button", onclick: () => location.reload() }, strings.text("signIn")),
    );
    title.focus();
  }
}

function nameField({ words }: Door): Field {
  const control = h("input", {
    id: "new-name",
    name: "username",
    type: "text",
    autocomplete: "username",
    maxlength: 120,
    dir: "auto",
    required: true,
  });
  return new Field(control, {
    label: words.text("sign.name"),
    hint: words.text("invited.nameHint"),
    missing: words.text("sign.nameMissing"),
  });
}

function nameProblem(
  { status, fields }: ApiError,
  name: Field,
  { words }: Door,
): readonly [Field, string] | null {
  if (!fields.some(({ field }) => field === "name")) return null;
  return [name, words.text(status === 409 ? "invited.taken" : "invited.nameRefused")];
}
