import { broken } from "../../main/frontend/moderation/account/password-rules.ts";
import { assertEquals } from "./assert.ts";

const rules = (password: string, name = "Ann") => [...broken(password, name)];

Deno.test("twelve characters are enough, eleven are not", () => {
  assertEquals(rules("kettle raven"), []);
  assertEquals(rules("kettle rave"), ["long"]);
});

Deno.test("characters are counted as people see them, not by halves", () => {
  assertEquals(rules("🦊🐼🐸🦉🐝🦊🐼🐸🦉🐝🦊"), ["long"]);
  assertEquals(rules("🦊🐼🐸🦉🐝🦊🐼🐸🦉🐝🦊🐼"), []);
});

Deno.test("257 characters are too many", () => {
  assertEquals(rules(`${"kettles!".repeat(32)}x`), ["short"]);
  assertEquals(rules("kettles!".repeat(32)), []);
});

Deno.test("one's own name is found in any case and spacing", () => {
  assertEquals(rules("my ANN smith password", "Ann Smith"), ["name"]);
  assertEquals(rules("my aunt smith password", "Ann Smith"), []);
});

Deno.test("a name of two letters, or none yet, is in every password and says nothing", () => {
  assertEquals(rules("bold kettle raven", "Bo"), []);
  assertEquals(rules("bold kettle raven", ""), []);
});

Deno.test("the same few characters again and again are told", () => {
  assertEquals(rules("abcdabcdabcd"), ["varied"]);
});
