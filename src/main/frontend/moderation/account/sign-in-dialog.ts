import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import { Dialog } from "../shell/dialog.ts";
import type { Gate, Session } from "../shell/view.ts";
import { type Door, doorOf } from "./door.ts";
import { SignInForm, type SignInParts } from "./sign-in-form.ts";

/** For somebody whose session has ended, over the page they were at. Null when they would not. */
export function signInAgain(gate: Gate, { account }: Session): Promise<Session | null> {
  return ask(gate, "sign.again", "sign.againLead", ({ words }) => ({
    path: "session",
    submit: words.text("sign.submit"),
    passkey: words.text("sign.passkey"),
    name: account.name,
    hasPassword: true,
    hasPasskeys: true,
    hasCode: false,
  }));
}

/** The step-up, before something sensitive is changed. Null when they would not. Signing in confirms, too. */
export async function confirmAgain(gate: Gate, session: Session): Promise<Session | null> {
  const { account } = session;
  let over = false;
  const confirmed = await ask(gate, "confirm.title", "confirm.lead", ({ words }) => ({
    path: "session/confirmation",
    submit: words.text("confirm.submit"),
    passkey: words.text("confirm.passkey"),
    name: account.name,
    hasPassword: account.hasPassword,
    hasPasskeys: account.passkeys > 0,
    hasCode: account.totp,
  }), () => over = true);
  if (!over) return confirmed;
  const again = await signInAgain(gate, session);
  if (!again || again.account.id === account.id) return again;
  gate.signedIn(again);
  return null;
}

type MakeParts = (door: Door) => Omit<SignInParts, "done" | "more">;

function ask(
  gate: Gate,
  title: "sign.again" | "confirm.title",
  lead: "sign.againLead" | "confirm.lead",
  parts: MakeParts,
  over?: () => void,
): Promise<Session | null> {
  return new Promise((resolve) => {
    const end = new AbortController();
    const plain = doorOf(gate, end.signal);
    let answer: Session | null = null;
    const dialog = new Dialog(plain.words.text(title), gate.strings, () => {
      end.abort();
      resolve(answer);
    });
    const close = () => dialog.close();
    const ended = () => {
      over?.();
      close();
    };
    const done = (session: Session) => {
      answer = session;
      close();
    };
    const door = over ? watching(plain, ended) : plain;
    const later = h("button", { type: "button", onclick: close }, door.words.text("sign.later"));
    const form = new SignInForm(door, { ...parts(door), more: [later], done });
    const { name } = parts(door);
    dialog.element.classList.add("account", "narrow");
    dialog.open(h("p", {}, door.words.text(lead, { name })), form.element);
    form.focus();
    if (!over) form.wait();
  });
}

/** Finds out, when somebody is refused, whether it is their session that has ended. */
function watching(door: Door, over: () => void): Door {
  const isOver = () => door.call("GET", "session").then((session) => !session, () => false);
  return {
    ...door,
    call: async (method, path, body) => {
      try {
        return await door.call(method, path, body);
      } catch (error) {
        if ((error as ApiError).status === 401 && await isOver()) over();
        throw error;
      }
    },
  };
}
