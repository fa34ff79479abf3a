/** The thread is shown. */
export class CauserieLoadEvent extends Event {
  readonly count: number;

  constructor(count: number) {
    super("causerie-load", { bubbles: true, composed: true });
    this.count = count;
  }
}

/** The server has taken a comment; `pending` when a moderator sees it first. */
export class CauseriePostEvent extends Event {
  readonly id: string;
  readonly pending: boolean;

  constructor(id: string, pending: boolean) {
    super("causerie-post", { bubbles: true, composed: true });
    this.id = id;
    this.pending = pending;
  }
}

/** Something failed; `status` is 0 when the server was not reached. */
export class CauserieErrorEvent extends Event {
  readonly phase: "load" | "post";
  readonly status: number;
  readonly code: string;

  constructor(phase: "load" | "post", { status, code }: { status: number; code: string }) {
    super("causerie-error", { bubbles: true, composed: true });
    this.phase = phase;
    this.status = status;
    this.code = code;
  }
}
