import { isTyping, keyAct } from "../../main/frontend/moderation/queue/keys.ts";
import { assertEquals } from "./assert.ts";

const press = (key: string, more = {}) =>
  keyAct({
    key,
    code: "",
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    ...more,
  });

Deno.test("a letter decides, in capitals too when they are locked", () => {
  assertEquals(press("a"), "approved");
  assertEquals(press("R", { code: "KeyR" }), "rejected");
  assertEquals(["s", "d", "u", "x", "b", "c", "o"].map((key) => press(key)), [
    "spam",
    "deleted",
    "undo",
    "select",
    "ban",
    "context",
    "open",
  ]);
});

Deno.test("what is the browser's or the system's stays theirs", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey", "isComposing"]) {
    assertEquals([held, press("a", { [held]: true })], [held, null]);
  }
  assertEquals(["Enter", "Tab", " ", "ArrowDown", "q", "é"].map((key) => press(key)), [
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

Deno.test("shift extends the selection and decides nothing", () => {
  assertEquals(["J", "K", "X"].map((key) => press(key, { shiftKey: true })), [
    "extendNext",
    "extendPrevious",
    "extend",
  ]);
  assertEquals(press("D", { shiftKey: true }), null);
});

Deno.test("on a keyboard of another script a letter is told by its place", () => {
  assertEquals(press("ф", { code: "KeyA" }), "approved");
  assertEquals(press("ت", { code: "KeyJ" }), "next");
});

Deno.test("a digit is a list, with shift or without it as the keyboard has it", () => {
  assertEquals(press("1", { code: "Digit1" }), "tab1");
  assertEquals(press("&", { code: "Digit1" }), "tab1");
  assertEquals(press("7", { code: "Digit7", shiftKey: true }), "tab7");
  assertEquals(press("!", { code: "Digit1", shiftKey: true }), null);
  assertEquals(press("8", { code: "Digit8" }), null);
  assertEquals(press("/", { code: "Digit7", shiftKey: true }), "search");
  assertEquals(press("?", { code: "Minus", shiftKey: true }), "help");
});

Deno.test("whoever types is left alone; a tick or a button takes no letters", () => {
  const at = (tagName: string, type = "") => isTyping({ tagName, type } as unknown as EventTarget);
  assertEquals([at("INPUT", "search"), at("TEXTAREA"), at("SELECT")], [true, true, true]);
  assertEquals([at("INPUT", "checkbox"), at("BUTTON"), isTyping(null)], [false, false, false]);
});
