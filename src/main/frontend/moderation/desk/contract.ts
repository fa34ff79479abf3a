/** The shapes of the HTTP contract that a moderator's browser meets. */

import type { BodyNode } from "../../shared/nodes.ts";

export type Role = "owner" | "moderator";

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly hasPassword: boolean;
  readonly totp: boolean;
  readonly recoveryCodes: number;
  readonly passkeys: number;
}

export interface SiteOfTeam {
  readonly id: string;
  readonly role: Role;
}

export interface Session {
  readonly account: Account;
  readonly sites: readonly SiteOfTeam[];
  readonly session: {
    readonly id: string;
    readonly expiresAt: string;
    readonly confirmedUntil: string;
  };
}

export type Status = "approved" | "pending" | "rejected" | "spam" | "deleted";

export type Totals = Readonly<Record<Status | "flagged" | "all", number>>;

export interface ThreadOf {
  readonly key: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly closed: boolean;
}

/** Who wrote a comment, and what became of what else they wrote on this site. */
export interface AuthorRecord extends Readonly<Record<Status, number>> {
  readonly id: string;
  readonly name: string;
  readonly kind: "guest" | "account";
  readonly firstSeen: string;
  readonly banned: boolean;
}

export interface HeldFor {
  readonly screen: string;
  readonly detail: string | null;
  /** In English. */
  readonly explanation: string;
}

export interface Flag {
  readonly reason: "spam" | "abuse" | "off-topic" | "illegal" | "other";
  readonly note: string | null;
  readonly weight: number;
  readonly outcome: string | null;
  readonly createdAt: string;
}

/** A comment that another one answers. */
export interface Above {
  readonly id: string;
  readonly authorName: string;
  readonly bodyNodes: readonly BodyNode[];
  readonly status: Status;
}

export interface Act {
  readonly at: string;
  readonly actor: string | null;
  readonly action: string;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

export interface QueueItem {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly thread: ThreadOf;
  readonly author: AuthorRecord;
  /** As it was typed. */
  readonly body: string;
  readonly bodyNodes: readonly BodyNode[];
  readonly status: Status;
  readonly shadowed: boolean;
  readonly heldFor: readonly HeldFor[];
  readonly flags: readonly Flag[];
  readonly flagCount: number;
  readonly parent: Above | null;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly timeline: readonly Act[];
}

export interface QueuePage {
  readonly comments: readonly QueueItem[];
  readonly next: string | null;
}

/** What became of one comment of a decision. */
export interface Result {
  readonly id: string;
  readonly status: Status;
  readonly changed: boolean;
  readonly was: Status;
  readonly overtaken: boolean;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
}

/** A comment in the neighbourhood of another. */
export interface Near {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly authorName: string;
  readonly bodyNodes: readonly BodyNode[];
  /** Its body is empty because all of them would be too much. */
  readonly bodyLeftOut?: true;
  readonly status: Status;
  readonly createdAt: string;
  readonly thread: { readonly key: string; readonly title: string | null };
}

export interface Context {
  readonly ancestors: readonly Near[];
  readonly before: readonly Near[];
  readonly after: readonly Near[];
  readonly byAuthor: readonly Near[];
}
