import { h } from "../../shared/dom.ts";
import { Dialog } from "../shell/dialog.ts";
import type { Gate, Session, View } from "../shell/view.ts";
import { doorOf } from "./door.ts";
import { SignInForm } from "./sign-in-form.ts";
import { brand } from "./brand.ts";
import { adoptStyles } from "./styles.ts";

/** The whole page, while nobody is signed in. */
export function signIn(gate: Gate): View {
  const end = new AbortController();
  const door = doorOf(gate, end.signal);
  const { words } = door;
  const form = new SignInForm(door, {
    path: "session",
    submit: words.text("sign.submit"),
    passkey: words.text("sign.passkey"),
    name: "",
    hasPassword: true,
    hasPasskeys: true,
    hasCode: false,
    done: (session) => gate.signedIn(session),
  });
  adoptStyles();
  const element = h(
    "div",
    { class: "gate" },
    brand(),
    h("h1", { tabindex: -1 }, words.text("sign.title")),
    h("p", { class: "muted" }, words.text("sign.lead")),
    h("div", { class: "card" }, form.element),
    h("p", { class: "hint" }, words.text("sign.lost")),
  );
  const show = () => {
    form.focus();
    form.wait();
  };
  return { element, show, close: () => end.abort() };
}

/** Over the page, for somebody whose session has ended. Null when they would not. */
export function signInAgain(gate: Gate, { account }: Session): Promise<Session | null> {
  return ask(gate, "sign.again", "sign.againLead", (door, done, later) =>
    new SignInForm(door, {
      path: "session",
      submit: door.words.text("sign.submit"),
      passkey: door.words.text("sign.passkey"),
      name: account.name,
      hasPassword: true,
      hasPasskeys: true,
      hasCode: false,
      more: [later],
      done,
    }));
}

/** Over the page, before something sensitive is changed. Null when they would not. */
export function confirmAgain(gate: Gate, { account }: Session): Promise<Session | null> {
  return ask(gate, "confirm.title", "confirm.lead", (door, done, later) =>
    new SignInForm(door, {
      path: "session/confirmation",
      submit: door.words.text("confirm.submit"),
      passkey: door.words.text("confirm.passkey"),
      name: account.name,
      hasPassword: account.hasPassword,
      hasPasskeys: account.passkeys > 0,
      hasCode: account.totp,
      more: [later],
      done,
    }), account.name);
}

type MakeForm = (
  door: ReturnType<typeof doorOf>,
  done: (session: Session) => void,
  later: HTMLElement,
) => SignInForm;

function ask(
  gate: Gate,
  title: "sign.again" | "confirm.title",
  lead: "sign.againLead" | "confirm.lead",
  make: MakeForm,
  name = "",
): Promise<Session | null> {
  const end = new AbortController();
  const door = doorOf(gate, end.signal);
  adoptStyles();
  return new Promise((resolve) => {
    let answer: Session | null = null;
    const dialog = new Dialog(door.words.text(title), gate.strings, () => {
      end.abort();
      resolve(answer);
    });
    const done = (session: Session) => {
      answer = session;
      dialog.close();
    };
    const close = () => dialog.close();
    const later = h("button", { type: "button", onclick: close }, door.words.text("sign.later"));
    const form = make(door, done, later);
    dialog.element.classList.add("narrow");
    dialog.open(h("p", {}, door.words.text(lead, { name })), form.element);
    form.focus();
  });
}
