export type WrongLine = "long" | "blank" | "control";

/** What is typed into a word list, one word a line. Lines count from 1. */
export interface WordList {
  /** What would be stored: trimmed, each once, in the order of the lines. */
  readonly words: readonly string[];
  readonly wrong: readonly { readonly line: number; readonly why: WrongLine }[];
  /** Lines whose word an earlier line has, but perhaps for case or width. */
  readonly duplicates: readonly { readonly line: number; readonly first: number }[];
  /** Lines that look like several words with commas between. */
  readonly commas: readonly number[];
}

const LONGEST = 100;

export function parseWords(text: string): WordList {
  const lineOf = new Map<string, number>();
  const list = {
    words: [] as string[],
    wrong: [] as { line: number; why: WrongLine }[],
    duplicates: [] as { line: number; first: number }[],
    commas: [] as number[],
  };
  linesOf(text).forEach((typed, index) => {
    const [line, word] = [index + 1, typed.trim()];
    if (!word) return;
    const why = problem(word);
    const first = lineOf.get(folded(word));
    if (why) list.wrong.push({ line, why });
    else if (first) list.duplicates.push({ line, first });
    else {
      lineOf.set(folded(word), line);
      list.words.push(word);
      if (separators(word) > 0) list.commas.push(line);
    }
  });
  return list;
}

/** Every comma, semicolon and tab becomes the end of a line. */
export function splitAtCommas(text: string): string {
  return linesOf(text)
    .flatMap((line) => line.split(SEPARATORS))
    .map((word) => word.trim())
    .filter((word) => word)
    .join("\n");
}

export interface WordChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function difference(before: readonly string[], after: readonly string[]): WordChange {
  const [was, is] = [new Set(before), new Set(after)];
  return {
    added: after.filter((word) => !was.has(word)),
    removed: before.filter((word) => !is.has(word)),
  };
}

/** What two people made of one list, together: what either removed is gone, what either added is there. */
export function merged(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const { added, removed } = difference(base, mine);
  const gone = new Set(removed);
  return [...new Set([...theirs.filter((word) => !gone.has(word)), ...added])];
}

export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Where the text has what is looked for, whatever its case; the places do not overlap. */
export function find(text: string, wanted: string): readonly Found[] {
  if (!wanted) return [];
  const pattern = new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"), "giu");
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** The place of a line, which counts from 1. */
export function placeOfLine(text: string, line: number): Found {
  const lines = linesOf(text);
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return { start, end: start + (lines[line - 1]?.length ?? 0) };
}

export function lineOfPlace(text: string, place: number): number {
  return linesOf(text.slice(0, place)).length;
}

const SEPARATORS = /[,;\t，、；]/;

/** As a textarea has them: every line break is one character. */
function linesOf(text: string): string[] {
  return text.replace(/\r\n?/g, "\n").split("\n");
}

function problem(word: string): WrongLine | null {
  if (word.length > LONGEST) return "long";
  if (/[^\P{Cc}\t]/u.test(word)) return "control";
  return /[^\p{P}\p{Z}\p{Cf}]/u.test(word) ? null : "blank";
}

function separators(word: string): number {
  return word.split(SEPARATORS).filter((part) => part.trim()).length - 1;
}

function folded(word: string): string {
  return word.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
}
