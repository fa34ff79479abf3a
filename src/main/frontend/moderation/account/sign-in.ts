import { h } from "../../shared/dom.ts";
import type { Gate, View } from "../shell/view.ts";
import { doorOf } from "./door.ts";
import { SignInForm } from "./sign-in-form.ts";
import { brand } from "./brand.ts";

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
  const element = h(
    "div",
    { class: "account gate" },
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
