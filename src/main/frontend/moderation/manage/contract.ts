/** The shapes of the HTTP contract that these views meet, below `/moderation/`. */

export interface ModeratedThread {
  readonly id: string;
  readonly key: string;
  readonly aliases: readonly string[];
  readonly url: string | null;
  readonly title: string | null;
  readonly commentCount: number;
  readonly closed: boolean;
  readonly closedBy: "hand" | "age" | null;
  readonly premoderated: boolean;
  readonly slowModeSeconds: number;
  readonly pinned: readonly string[];
  readonly createdAt: string;
}

export interface Threads {
  readonly threads: readonly ModeratedThread[];
  readonly next: string | null;
}

/** As much of a comment of the queue as is needed to choose one. */
export interface ListedComment {
  readonly id: string;
  readonly parentId: string | null;
  readonly author: { readonly id: string; readonly name: string; readonly kind: string };
  readonly body: string;
  readonly createdAt: string;
}

export interface ListedComments {
  readonly comments: readonly ListedComment[];
  readonly next: string | null;
}

export interface Ban {
  readonly id: string;
  readonly target: {
    readonly kind: "author" | "address" | "subnet" | "network";
    readonly authorId: string | null;
    readonly authorName: string | null;
    readonly network: string | null;
  };
  readonly shadow: boolean;
  readonly until: string | null;
  readonly reason: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly liftedAt: string | null;
  readonly liftedBy: string | null;
  readonly active: boolean;
  readonly work: "remove" | "restore" | null;
  readonly removed: number;
}

export interface Bans {
  readonly bans: readonly Ban[];
  readonly next: string | null;
}

export type SettingValue = number | boolean | readonly string[];
export type SettingValues = Readonly<Record<string, SettingValue>>;

export interface DescribedSetting {
  readonly name: string;
  readonly explanation: string;
  readonly bounds: string;
  readonly default: SettingValue;
}

export interface Settings {
  readonly settings: SettingValues;
  readonly defaults: SettingValues;
  readonly described: readonly DescribedSetting[];
}

export const OUTCOMES = ["published", "held", "rejected", "spam"] as const;
export type Outcomes = Readonly<Record<(typeof OUTCOMES)[number], number>>;

export interface SettingsPreview {
  readonly since: string;
  readonly looked: number;
  readonly now: Outcomes;
  readonly then: Outcomes;
  readonly screens: readonly {
    readonly screen: string;
    readonly count: number;
    readonly examples: readonly {
      readonly id: string;
      readonly authorName: string;
      readonly text: string;
      readonly detail: string | null;
    }[];
  }[];
}

export interface LogEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string;
  readonly action: string;
  readonly commentId: string | null;
  readonly threadId: string | null;
  readonly thread: string | null;
  readonly authorId: string | null;
  readonly banId: string | null;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

export interface LogPage {
  readonly entries: readonly LogEntry[];
  readonly next: string | null;
}

/** In the order in which a chart stacks them. */
export const STATUSES = ["approved", "pending", "rejected", "spam", "deleted"] as const;
export type Status = (typeof STATUSES)[number];
export type Day = Readonly<Record<Status, number>> & { readonly date: string };

export interface Dashboard {
  readonly days: readonly Day[];
  readonly threads: readonly {
    readonly key: string;
    readonly title: string | null;
    readonly url: string | null;
    readonly comments: number;
  }[];
  readonly decisions: {
    readonly count: number;
    readonly medianSeconds: number | null;
    readonly p90Seconds: number | null;
  };
  readonly held: { readonly oldestSeconds: number | null };
}
