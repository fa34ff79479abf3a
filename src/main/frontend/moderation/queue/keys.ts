export const KEY_ACTS = {
  j: "next",
  k: "previous",
  a: "approved",
  r: "rejected",
  s: "spam",
  d: "deleted",
  u: "undo",
  x: "select",
  b: "ban",
  c: "context",
  o: "open",
  "/": "search",
  "?": "help",
} as const;

export type KeyAct =
  | (typeof KEY_ACTS)[keyof typeof KEY_ACTS]
  | "extend"
  | "extendNext"
  | "extendPrevious"
  | `tab${number}`;

type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey" | "isComposing"
>;

const SHIFTED: Readonly<Record<string, KeyAct>> = {
  j: "extendNext",
  k: "extendPrevious",
  x: "extend",
};

/** What a key asks for; null when it is not one of ours. On a keyboard of another script a letter is told by its place. */
export function keyAct(press: Press): KeyAct | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return null;
  const { key, code, shiftKey } = press;
  if (key === "/" || key === "?") return KEY_ACTS[key];
  const digit = /^[1-7]$/.exec(key)?.[0] ?? (shiftKey ? null : /^Digit([1-7])$/.exec(code)?.[1]);
  if (digit) return `tab${Number(digit)}`;
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : foreign(key, code);
  if (shiftKey) return SHIFTED[letter] ?? null;
  return KEY_ACTS[letter as keyof typeof KEY_ACTS] ?? null;
}

function foreign(key: string, code: string): string {
  const isOtherScript = key.length === 1 && key.charCodeAt(0) > 0x24f;
  return isOtherScript ? (/^Key([A-Z])$/.exec(code)?.[1] ?? "").toLowerCase() : "";
}

/** Whether what has the focus takes letters itself. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as Partial<HTMLElement> | null;
  const name = element?.tagName ?? "";
  if (name === "INPUT") {
    return !/^(checkbox|radio|button)$/.test((element as HTMLInputElement).type);
  }
  return name === "TEXTAREA" || name === "SELECT" || element?.isContentEditable === true;
}
