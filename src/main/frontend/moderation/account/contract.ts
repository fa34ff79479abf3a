/** The shapes of the HTTP contract that signing in, the account, the team and tokens meet. */

export type Role = "owner" | "moderator";

export interface Totp {
  readonly secret: string;
  readonly uri: string;
  readonly qr: { readonly size: number; readonly path: string };
}

export interface RecoveryCodes {
  readonly recoveryCodes: readonly string[];
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export interface SignedIn {
  readonly id: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string;
  /** In words, such as `Firefox on Linux`. */
  readonly browser: string | null;
  readonly current: boolean;
}

/** What begins a passkey's use; `publicKey` is as WebAuthn writes options in JSON. */
export interface Ceremony {
  readonly ceremony: string;
  readonly publicKey: Record<string, unknown>;
}

export interface Offer {
  readonly site: string;
  readonly role: Role;
  /** Set when the link is for an account that exists. */
  readonly name: string | null;
  readonly invitedBy: string | null;
  readonly expiresAt: string;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly since: string;
  readonly lastSeenAt: string | null;
  readonly you: boolean;
}

export interface Invitation {
  readonly id: string;
  readonly role: Role;
  readonly name?: string | null;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface Team {
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
}

export type Scope = "read" | "moderate" | "settings";

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}
