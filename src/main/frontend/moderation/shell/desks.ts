import { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import type { Storage } from "../../shared/storage.ts";
import { call, signedIn } from "../desk/account-api.ts";
import type { Session } from "../desk/contract.ts";
import { Desk, type Reentry } from "../desk/desk.ts";
import { queue } from "../queue/queue.ts";
import type { Address } from "./address.ts";
import { confirm } from "./dialog.ts";
import { Frame, VIEWS } from "./frame.ts";
import { account, manage } from "./modules.ts";
import type { Notices } from "./notices.ts";
import { alone, failed, skeleton, state } from "./states.ts";
import type {
  AccountViewName,
  CoreStrings,
  Gate,
  MakeView,
  ManageViewName,
  Place,
  View,
  ViewName,
} from "./view.ts";

/** What the desk stands on. */
export interface Ground {
  readonly strings: CoreStrings;
  readonly address: Address;
  readonly notices: Notices;
  readonly storage: Storage;
  readonly gate: Gate;
  /** Nobody is signed in any more. */
  leave(): void;
}

const ACCOUNT_VIEWS: readonly string[] = ["team", "tokens", "account"] satisfies AccountViewName[];

/** The desks of somebody who is signed in: shows the view that the address names, of the site it names. */
export class Desks {
  readonly element: HTMLElement;
  readonly #ground: Ground;
  readonly #frame: Frame;
  readonly #offline: HTMLElement;
  readonly #end = new AbortController();
  #session: Session;
  #desk: Desk | null = null;
  #view: View | null = null;
  #shown = "";
  /** The address of what is shown. */
  #here = "";
  #leaving = new AbortController();
  #reentering: Promise<boolean> | null = null;

  constructor(session: Session, ground: Ground) {
    this.#session = session;
    this.#ground = ground;
    this.#chooseSite();
    this.#frame = new Frame(session, ground.address, ground.strings);
    this.#offline = h(
      "section",
      {
        class: "offline-bar",
        "aria-label": ground.strings.text("offline"),
        hidden: navigator.onLine !== false,
      },
      ground.strings.text("offlineBar"),
    );
    this.element = h("div", {}, this.#offline, this.#frame.element);
    for (const type of ["online", "offline"]) {
      addEventListener(type, () => this.#connection(type === "online"), {
        signal: this.#end.signal,
      });
    }
  }

  close(): void {
    this.#end.abort();
    this.#leaving.abort();
    this.#view?.close();
  }

  /** Shows what the address says. */
  moved(): void {
    const { address } = this.#ground;
    const unsaved = this.#view?.unsaved?.();
    if (unsaved && address.with({}) !== this.#here) return void this.#ask(unsaved);
    this.#here = address.with({});
    const view = (address.get("view") || "queue") as ViewName;
    const shown = `${address.get("site")} ${view}`;
    this.#frame.at(view);
    if (shown === this.#shown && this.#view?.moved) return this.#view.moved();
    const first = !this.#shown;
    this.#shown = shown;
    this.#frame.sites(this.#session);
    void this.#open(view, !first);
  }

  /** Stays where we are, and goes on only with a yes. */
  async #ask(unsaved: string): Promise<void> {
    const { address, strings } = this.#ground;
    const wanted = address.with({});
    address.putBack(this.#here);
    if (!await confirm(unsaved, strings.text("leave"), strings)) return;
    this.#view?.close();
    this.#view = null;
    address.go(wanted);
  }

  /** The site of the address; without one that of the last time, else the first. */
  #chooseSite(): void {
    const { address, storage } = this.#ground;
    if (address.get("site")) return;
    const last = storage.read("moderation:site");
    const { sites } = this.#session;
    const site = sites.find(({ id }) => id === last) ?? sites[0];
    if (site) address.settle({ site: site.id });
  }

  async #open(name: ViewName, focus: boolean): Promise<void> {
    const { strings, address, storage } = this.#ground;
    const site = address.get("site");
    this.#leaving.abort();
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.#view?.close();
    this.#view = null;
    document.title = `${
      strings.text(VIEWS.includes(name) ? `view.${name}` : "unknownView")
    } · ${site}`;
    const refusal = this.#refusal(name, site);
    if (refusal) return this.#frame.main.replaceChildren(alone(refusal, strings));
    storage.write("moderation:site", site);
    if (this.#desk?.site !== site) this.#desk = new Desk(site, this.#reentry);
    if (name !== "queue") this.#frame.main.replaceChildren(skeleton(4));
    try {
      const make = await this.#maker(name);
      if (signal.aborted) return;
      this.#view = make(this.#place(this.#desk, signal));
      this.#frame.main.replaceChildren(this.#view.element);
      if (focus) this.#view.show();
    } catch (error) {
      if (signal.aborted) return;
      if ((error as ApiError).status === undefined) reportError(error);
      this.#frame.main.replaceChildren(
        alone(failed(error as ApiError, strings, () => void this.#open(name, true)), strings),
      );
    }
  }

  #refusal(name: ViewName, site: string): HTMLElement | null {
    const { strings } = this.#ground;
    if (!VIEWS.includes(name)) return state(strings.text("unknownView"), "");
    if (name === "account") return null;
    if (!site) return state(strings.text("noSite"), strings.text("noSiteText"));
    if (this.#session.sites.some(({ id }) => id === site)) return null;
    return state(strings.text("noPermission"), strings.text("noPermissionText"));
  }

  async #maker(name: ViewName): Promise<MakeView> {
    if (name === "queue") return queue((count) => this.#waiting(count));
    if (ACCOUNT_VIEWS.includes(name)) return (await account()).views[name as AccountViewName];
    return (await manage()).views[name as ManageViewName];
  }

  /** So that it is seen while the page is in the background, too. */
  #waiting(count: number): void {
    const { strings, address } = this.#ground;
    const title = `${strings.text("view.queue")} · ${address.get("site")}`;
    document.title = count ? `(${strings.compact(count)}) ${title}` : title;
    this.#frame.badge("queue", count);
  }

  #place(desk: Desk, signal: AbortSignal): Place {
    const { strings, address, notices } = this.#ground;
    return {
      desk,
      session: this.#session,
      strings,
      address,
      signal,
      announce: (words) => notices.announce(words),
      toast: (words, action) => notices.toast(words, action),
      confirm: (question, yes) => confirm(question, yes, strings),
      stepUp: (act) => this.#stepUp(act),
      call: (method, path, body) => this.#reentry(() => call(method, path, body)),
      renew: () => this.#reentry(() => this.#renew()),
      signedOut: () => this.#ground.leave(),
    };
  }

  /** One dialog for all calls that find the session ended; each is made again after it. */
  readonly #reentry: Reentry = async (act) => {
    try {
      return await act();
    } catch (error) {
      if ((error as ApiError).status !== 401) throw error;
      this.#reentering ??= this.#signInAgain().finally(() => this.#reentering = null);
      if (!await this.#reentering) throw error;
      return await act();
    }
  };

  async #signInAgain(): Promise<boolean> {
    const { signInAgain } = await account();
    const session = await signInAgain(this.#ground.gate, this.#session);
    if (!session) return false;
    if (session.account.id !== this.#session.account.id) this.#ground.gate.signedIn(session);
    else this.#renewed(session);
    return true;
  }

  async #stepUp<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if ((error as ApiError).code !== "step_up_required") throw error;
      const { confirmAgain } = await account();
      const session = await confirmAgain(this.#ground.gate, this.#session);
      if (!session) throw error;
      this.#renewed(session);
      return await act();
    }
  }

  async #renew(): Promise<Session> {
    const session = await signedIn();
    if (!session) throw new ApiError(401, "unauthenticated");
    this.#renewed(session);
    return session;
  }

  #renewed(session: Session): void {
    this.#session = session;
    this.#frame.sites(session);
  }

  #connection(online: boolean): void {
    const { strings, notices } = this.#ground;
    this.#offline.hidden = online;
    notices.announce(strings.text(online ? "online" : "offline"));
  }
}
