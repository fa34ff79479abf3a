import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import type { Place, Session, View } from "../shell/view.ts";
import { doorOf } from "./door.ts";
import { PasskeysPanel } from "./passkeys-panel.ts";
import { PasswordPanel } from "./password-panel.ts";
import { problemWords } from "./problem-words.ts";
import { SessionsPanel } from "./sessions-panel.ts";
import { unkept } from "./shown-once.ts";
import { TotpPanel } from "./totp-panel.ts";

/** What the panels of the account share. */
export interface Owner {
  readonly place: Place;
  /** As last heard. */
  session: Session;
  /** Hears of it anew. */
  renew(): Promise<Session>;
}

/** What is somebody's own: the ways in, and where they are signed in. */
export function accountView(place: Place): View {
  const door = doorOf(place, place.signal);
  const { words } = door;
  const owner: Owner = {
    place,
    session: place.session,
    renew: async () => {
      owner.session = await place.renew();
      return owner.session;
    },
  };
  const sessions = new SessionsPanel(door, owner);
  const leave = h("button", { type: "button" }, words.text("session.end"));
  leave.addEventListener("click", () => {
    const out = () => place.signedOut();
    const stay = (error: ApiError) =>
      error.status === 401 ? out() : place.toast(problemWords(error, words));
    void place.call("DELETE", "session").then(out, stay);
  });
  const title = h("h1", { tabindex: -1 }, words.text("account.title"));
  const name = h(
    "p",
    { class: "muted" },
    words.text("account.as", { name: place.session.account.name }),
  );
  const element = h(
    "div",
    { class: "account settings-column" },
    h("div", { class: "head" }, h("div", {}, title, name), leave),
    h(
      "div",
      { class: "stack" },
      new PasswordPanel(door, owner, () => void sessions.load()).element,
      new TotpPanel(door, owner).element,
      new PasskeysPanel(door, owner).element,
      sessions.element,
    ),
  );
  return {
    element,
    show: () => title.focus(),
    close: () => {},
    unsaved: () => unkept(element, door),
  };
}
