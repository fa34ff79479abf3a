/** Sites may allow more or less; the server has the last word. */
const MAX_CHARACTERS = 10_000;

/** So many characters before the limit the counter appears. */
export const NEAR_LIMIT = 500;

/** How far a text is over the limit (below it: negative), in characters as readers see them. */
export function excess(text: string): number {
  const trimmed = text.trim();
  if (trimmed.length <= MAX_CHARACTERS - NEAR_LIMIT) return trimmed.length - MAX_CHARACTERS;
  return graphemes(trimmed) - MAX_CHARACTERS;
}

export function graphemes(text: string): number {
  let n = 0;
  for (const _ of new Intl.Segmenter().segment(text)) n++;
  return n;
}
