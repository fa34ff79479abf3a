import type { CoreStrings, Gate } from "../shell/view.ts";
import { english } from "./english.ts";
import type { Words } from "./problem-words.ts";

/** What a form needs of the page around it, whether somebody is signed in or not. */
export interface Door extends Pick<Gate, "call" | "announce"> {
  /** The words of the core. */
  readonly strings: CoreStrings;
  /** The words of this part. */
  readonly words: Words;
  readonly signal: AbortSignal;
}

export function doorOf(
  page: Pick<Gate, "strings" | "call" | "announce">,
  signal: AbortSignal,
): Door {
  return {
    strings: page.strings,
    words: page.strings.of(english),
    signal,
    call: (method, path, body) => page.call(method, path, body),
    announce: (words) => page.announce(words),
  };
}
