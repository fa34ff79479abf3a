import type { Api } from "../shared/api.ts";
import type { Guest } from "../shared/guest.ts";
import type { Strings } from "../shared/i18n.ts";
import { Storage } from "../shared/storage.ts";

/** What all parts of one shown thread share. */
export interface Thread {
  readonly api: Api;
  readonly guest: Guest;
  readonly strings: Strings;
  readonly key: string;
  /** Ids of the viewer's comments, as far as they are known yet. */
  readonly own: Set<string>;
  readonly url: string;
  readonly title: string;
  /** Aborted when the element leaves the page or shows something else. */
  readonly signal: AbortSignal;
  /** Tells screen readers, through the one status region. */
  announce(text: string): void;
}

export const storage = new Storage();
