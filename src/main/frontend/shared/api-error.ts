export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

/** A refusal of the server, or the failure to reach it (status 0, code `offline` or `unreachable`). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldError[];
  /** Seconds, or null when the server named none. */
  readonly retryAfter: number | null;
  /** The server's own words, in English. */
  readonly detail: string;

  constructor(
    status: number,
    code: string,
    fields: readonly FieldError[] = [],
    retryAfter: number | null = null,
    detail = "",
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
    this.detail = detail;
  }

  static unreachable(): ApiError {
    return new ApiError(0, navigator.onLine === false ? "offline" : "unreachable");
  }

  static async from(response: Response): Promise<ApiError> {
    const problem = await response.json().catch(() => null);
    const code = typeof problem?.code === "string" ? problem.code : "internal";
    const fields = Array.isArray(problem?.errors) ? problem.errors : [];
    const seconds = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
    const wait = Number.isNaN(seconds) ? null : seconds;
    return new ApiError(response.status, code, fields, wait, problem?.detail ?? "");
  }

  /** Whether the server has surely not kept what was sent. After anything else a retry must carry the same key. */
  get isRefusal(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}
