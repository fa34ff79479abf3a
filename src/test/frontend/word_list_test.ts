import {
  difference,
  find,
  lineOfPlace,
  merged,
  parseWords,
  placeOfLine,
  splitAtCommas,
} from "../../main/frontend/moderation/manage/word-list.ts";
import { assert, assertEquals } from "./assert.ts";

Deno.test("a list is its lines, trimmed, without the empty ones", () => {
  assertEquals(parseWords("  casino \r\n\r\nbuy now\n").words, ["casino", "buy now"]);
  assertEquals(parseWords("").words, []);
});

Deno.test("the same word again is told with both lines, whatever its case and width", () => {
  const { words, duplicates } = parseWords("casino\nviagra\nCASINO\nｃａｓｉｎｏ\nmá\nma");
  assertEquals(words, ["casino", "viagra", "má", "ma"]);
  assertEquals(duplicates, [{ line: 3, first: 1 }, { line: 4, first: 1 }]);
});

Deno.test("a wrong line is named with its reason and is no word", () => {
  const { words, wrong } = parseWords(`${"x".repeat(101)}\n***\n?!\na\u0001b\n💩\ncasin*`);
  assertEquals(wrong.map(({ line, why }) => `${line} ${why}`), [
    "1 long",
    "2 blank",
    "3 blank",
    "4 control",
  ]);
  assertEquals(words, ["💩", "casin*"]);
  assertEquals(parseWords("x".repeat(100)).wrong, []);
});

Deno.test("a line with commas is told and can be split", () => {
  assertEquals(parseWords("a\nb, c;d\ne,").commas, [2]);
  assertEquals(splitAtCommas("a\nb, c;d\te，f\ng,"), "a\nb\nc\nd\ne\nf\ng");
});

Deno.test("what two people did to one list is both done", () => {
  const base = ["a", "b", "c"];
  assertEquals(merged(base, ["a", "c", "mine"], ["a", "b", "theirs"]), ["a", "theirs", "mine"]);
  assertEquals(merged(base, ["a", "b", "c", "x"], ["a", "b", "c", "x"]), ["a", "b", "c", "x"]);
});

Deno.test("the difference names what is new and what is gone", () => {
  assertEquals(difference(["a", "b"], ["b", "c"]), { added: ["c"], removed: ["a"] });
});

Deno.test("a search finds every place in any case, and nothing in it is an operator", () => {
  assertEquals(find("Casino\ncasino*\nx", "casino"), [{ start: 0, end: 6 }, { start: 7, end: 13 }]);
  assertEquals(find("a.b a*b", "a*b"), [{ start: 4, end: 7 }]);
  assertEquals(find("a-b [x]", "[x]"), [{ start: 4, end: 7 }]);
  assertEquals(find("anything", ""), []);
});

Deno.test("lines and places are told from each other", () => {
  const text = "one\ntwo\n\nfour";
  assertEquals(placeOfLine(text, 2), { start: 4, end: 7 });
  assertEquals(placeOfLine(text, 4), { start: 9, end: 13 });
  assertEquals([0, 3, 4, 9].map((place) => lineOfPlace(text, place)), [1, 1, 2, 4]);
});

Deno.test("five thousand lines are no burden", () => {
  const text = Array.from({ length: 5_000 }, (_, n) => `word ${n}`).join("\n");
  assertEquals(parseWords(`${text}\nWord 17`).words.length, 5_000);
  assert(find(text, "word 4999").length === 1, "the last one found");
});
