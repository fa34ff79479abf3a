/** The shapes of the HTTP contract that a reader's browser meets. */

import type { BodyNode } from "./nodes.ts";

export type SortOrder = "newest" | "oldest" | "best";

export interface Author {
  readonly name: string;
  readonly kind: string;
}

export interface Comment {
  readonly id: string;
  readonly parentId: string | null;
  readonly rootId: string;
  readonly depth: number;
  /** Null in a placeholder: the comment was removed, its replies were not. */
  readonly author: Author | null;
  readonly body: readonly BodyNode[];
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly status: "approved" | "pending" | "deleted";
  readonly pinned: boolean;
  readonly replyCount: number;
  /** Only on roots: their first descendants, flat, in reading order. */
  readonly replies?: readonly Comment[];
  readonly nextReplies?: string | null;
}

export interface ThreadPage {
  readonly thread: {
    readonly key: string;
    readonly commentCount: number;
    readonly closed: boolean;
  };
  readonly comments: readonly Comment[];
  readonly next: string | null;
}

export interface Replies {
  readonly comments: readonly Comment[];
  readonly next: string | null;
}

export interface Ancestor extends Comment {
  /** Its body is empty because all of them would be too much: it comes with the comment by itself. */
  readonly bodyLeftOut?: true;
}

export interface CommentWithAncestors extends Comment {
  /** The key of its thread, as in `ThreadPage`. */
  readonly thread: string;
  /** Root first. */
  readonly ancestors: readonly Ancestor[];
}

export interface NewComment {
  readonly thread: string;
  readonly url: string;
  readonly title: string;
  readonly parentId: string | null;
  readonly author: { readonly name: string; readonly email?: string };
  readonly body: string;
  readonly form: FormEvidence;
}

/** What tells people from programs. */
export interface FormEvidence {
  /** When the form was opened, signed by the server; missing when that could not be asked for. */
  readonly stamp?: string;
  /** What stands in the field that people do not see. */
  readonly website: string;
}

export interface Posted {
  readonly comment: Comment;
  /** Present when the post made a new guest. */
  readonly viewer?: { readonly token: string; readonly name: string };
}

export interface Me {
  /** Ids of the viewer's comments in this thread. */
  readonly own: readonly string[];
  /** Those that only the viewer sees. */
  readonly pending: readonly Comment[];
}
