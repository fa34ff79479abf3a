import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import { Storage } from "../../shared/storage.ts";
import { call, signedIn } from "../desk/account-api.ts";
import type { Session } from "../desk/contract.ts";
import { Address, dropFragment, fragment } from "./address.ts";
import { Desks } from "./desks.ts";
import { account } from "./modules.ts";
import { Notices } from "./notices.ts";
import { alone, failed, skeleton } from "./states.ts";
import type { CoreStrings, Gate, View } from "./view.ts";

/** The page from its beginning: lets in who is signed in, and everybody else to the door. */
export class Page {
  readonly element = h("div", { class: "page" });
  readonly #strings: CoreStrings;
  readonly #notices: Notices;
  readonly #address: Address;
  readonly #storage = new Storage();
  readonly #body = h("div");
  #desks: Desks | null = null;
  #door: View | null = null;

  constructor(strings: CoreStrings) {
    this.#strings = strings;
    this.#notices = new Notices(strings);
    this.#address = new Address(() => this.#desks?.moved());
    this.element.append(this.#body, this.#notices.element);
    document.documentElement.lang = strings.lang;
    document.documentElement.dir = strings.dir;
    document.title = `${strings.text("moderation")} · Causerie`;
    document.addEventListener("click", (event) => this.#follow(event));
  }

  async start(): Promise<void> {
    const invitation = fragment("invitation");
    this.#body.replaceChildren(skeleton(3));
    try {
      const session = await signedIn();
      if (invitation) await this.#invited(invitation, session);
      else if (session) this.#enter(session);
      else await this.#signIn();
    } catch (error) {
      this.#body.replaceChildren(
        h(
          "main",
          { class: "door" },
          alone(failed(error as ApiError, this.#strings, () => void this.start()), this.#strings),
        ),
      );
    }
  }

  async #signIn(): Promise<void> {
    const { signIn } = await account();
    this.#open(signIn(this.#gate()));
  }

  async #invited(token: string, session: Session | null): Promise<void> {
    const { invitation } = await account();
    dropFragment();
    this.#open(invitation(token, this.#gate(), session));
  }

  #open(door: View): void {
    this.#door?.close();
    this.#door = door;
    this.#body.replaceChildren(h("main", { class: "door" }, door.element));
    door.show();
  }

  #gate(): Gate {
    return {
      strings: this.#strings,
      address: this.#address,
      call,
      announce: (words) => this.#notices.announce(words),
      signedIn: (session) => this.#enter(session),
    };
  }

  #enter(session: Session): void {
    this.#door?.close();
    this.#door = null;
    this.#desks?.close();
    this.#desks = new Desks(session, {
      strings: this.#strings,
      address: this.#address,
      notices: this.#notices,
      storage: this.#storage,
      gate: this.#gate(),
      leave: () => this.#leave(),
    });
    this.#body.replaceChildren(this.#desks.element);
    this.#desks.moved();
  }

  #leave(): void {
    this.#desks?.close();
    this.#desks = null;
    this.#notices.clear();
    void this.start();
  }

  /** Links to other views of the page are moves within it. */
  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest?.("a");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey &&
      !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) {
      return;
    }
    if (link.origin !== location.origin || link.pathname !== location.pathname || link.hash) return;
    event.preventDefault();
    this.#address.go(link.href);
  }
}
