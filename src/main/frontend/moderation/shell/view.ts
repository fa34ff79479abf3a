import type { Strings } from "../../shared/i18n.ts";
import type { Session } from "../desk/contract.ts";
import type { Desk } from "../desk/desk.ts";
import type { Method } from "../desk/request.ts";
import type { english } from "../english.ts";
import type { Address } from "./address.ts";

export type { Session } from "../desk/contract.ts";

export type ManageViewName = "dashboard" | "threads" | "bans" | "settings" | "words" | "log";
export type AccountViewName = "team" | "tokens" | "account";
export type ViewName = "queue" | ManageViewName | AccountViewName;

/** The words of the core. Other parts have theirs by `strings.of(english)`. */
export type CoreStrings = Strings<typeof english>;

/** A page of the desk. */
export interface View {
  readonly element: HTMLElement;
  /** Focuses its heading. */
  show(): void;
  /** The address has changed within the view. Without it the view is made anew. */
  moved?(): void;
  /** Ends timers and requests. */
  close(): void;
  /** What to ask before the view is left, or null when nothing would be lost. */
  unsaved?(): string | null;
}

/** A button in a toast. */
export interface ToastAction {
  readonly label: string;
  act(): void;
}

/** What is there before anybody has signed in. */
export interface Gate {
  readonly strings: CoreStrings;
  readonly address: Address;
  /** Calls below `/api/v1/`, as they are: a 401 is the caller's to tell. Fails with an `ApiError`. */
  call<T>(method: Method, path: string, body?: unknown): Promise<T>;
  /** Says it through the one `role=status`. */
  announce(words: string): void;
  /** Goes on to the desk. */
  signedIn(session: Session): void;
}

/** What every view is given. */
export interface Place {
  readonly desk: Desk;
  readonly session: Session;
  readonly strings: CoreStrings;
  readonly address: Address;
  /** Aborted when the view is left. */
  readonly signal: AbortSignal;
  /** Says it through the one `role=status`. */
  announce(words: string): void;
  /** Shows it for some seconds, and says it. */
  toast(words: string, action?: ToastAction): void;
  confirm(question: string, yes: string): Promise<boolean>;
  /** Runs it; where the server asks for a confirmation, asks for password or passkey and runs it once more. */
  stepUp<T>(act: () => Promise<T>): Promise<T>;
  /** Calls below `/api/v1/`; signs in again as `desk.ask` does. */
  call<T>(method: Method, path: string, body?: unknown): Promise<T>;
  /** Asks anew who is signed in, after the account or its sites have changed. */
  renew(): Promise<Session>;
  /** The session has been ended by hand. */
  signedOut(): void;
}

export type MakeView = (place: Place) => View;

/** What `manage.ts` exports. */
export interface ManageModule {
  readonly views: Readonly<Record<ManageViewName, MakeView>>;
}

/** What `account.ts` exports. Errors come from another bundle: tell them by `status` and `code`, never by `instanceof`. */
export interface AccountModule {
  readonly views: Readonly<Record<AccountViewName, MakeView>>;
  /** Fills the page; calls `gate.signedIn` at its end. */
  signIn(gate: Gate): View;
  /** Fills the page; calls `gate.signedIn` at its end. `session` is of who is signed in already. */
  invitation(token: string, gate: Gate, session: Session | null): View;
  /** A dialog over the page, for somebody whose session has ended. Null when they would not. */
  signInAgain(gate: Gate, session: Session): Promise<Session | null>;
  /** A dialog over the page, the step-up. Null when they would not. */
  confirmAgain(gate: Gate, session: Session): Promise<Session | null>;
}
