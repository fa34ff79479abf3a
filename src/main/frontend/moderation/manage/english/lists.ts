import type { Plural } from "../../../shared/i18n.ts";

/** What the lists of words say. */
export const lists = {
  "words.lists": "Which list",
  "words.rules":
    "One a line. Whole words, in any case and in letters that look alike: casino finds CASINO and casin0, but not casinos. * stands for any letters: casin*. Several words are found one after another: buy now.",
  "words.count": {
    one: "{n} word of at most {most}",
    other: "{n} words of at most {most}",
  } as Plural,
  "words.added": { one: "{n} new", other: "{n} new" } as Plural,
  "words.removed": { one: "{n} removed", other: "{n} removed" } as Plural,
  "words.unchanged": "No changes",
  "words.find": "Find in the list",
  "words.found": "{place} of {count}",
  "words.notFound": "Not in the list",
  "words.next": "Next",
  "words.previous": "Previous",
  "words.line": "Line {line}",
  "words.long": "longer than 100 characters",
  "words.blank": "nothing but punctuation, so it finds nothing",
  "words.control": "has a character that cannot be used",
  "words.tooMany": {
    one: "{n} word too many. Remove as many.",
    other: "{n} words too many. Remove as many.",
  } as Plural,
  "words.wrong": {
    one: "{n} line cannot be saved:",
    other: "{n} lines cannot be saved:",
  } as Plural,
  "words.duplicates": {
    one: "{n} line is there twice and is left out when you save:",
    other: "{n} lines are there twice and are left out when you save:",
  } as Plural,
  "words.sameAs": "same as line {line}",
  "words.commas": {
    one: "{n} line has commas. If they divide words, split it:",
    other: "{n} lines have commas. If they divide words, split them:",
  } as Plural,
  "words.split": "Split at commas",
  "words.tidy": "Remove those lines",
  "words.othersToo":
    "Somebody else changed this list while you did. Your changes were added to theirs: look, and save again.",
  "words.preview": "What would it have found last week?",
};
