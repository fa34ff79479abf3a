import { Storage } from "../../main/frontend/shared/storage.ts";
import { Draft, randomKey } from "../../main/frontend/widget/drafts.ts";
import { assert, assertEquals } from "./assert.ts";

const refusing = () => {
  throw new DOMException("denied", "SecurityError");
};

Deno.test("a draft is kept for its thread and its parent alone", () => {
  const storage = new Storage(refusing);
  new Draft(storage, "a", null).text = "root";
  new Draft(storage, "a", "01").text = "reply";

  assertEquals(new Draft(storage, "a", null).text, "root");
  assertEquals(new Draft(storage, "a", "01").text, "reply");
  assertEquals(new Draft(storage, "b", null).text, "");
});

Deno.test("a retry carries the same key, also after a reload and after typing on", () => {
  const storage = new Storage(refusing);
  const draft = new Draft(storage, "a", null);
  draft.text = "one";
  const key = draft.idempotencyKey();
  draft.text = "one two";

  assertEquals(new Draft(storage, "a", null).idempotencyKey(), key);
});

Deno.test("after a definite refusal the next post has a key of its own, and the text stays", () => {
  const draft = new Draft(new Storage(refusing), "a", null);
  draft.text = "one";
  const key = draft.idempotencyKey();
  draft.refused();

  assertEquals(draft.text, "one");
  assert(draft.idempotencyKey() !== key, "another key");
});

Deno.test("nothing is left of a draft that was posted", () => {
  const draft = new Draft(new Storage(refusing), "a", null);
  draft.text = "one";
  const key = draft.idempotencyKey();
  draft.clear();

  assertEquals(draft.text, "");
  assert(draft.idempotencyKey() !== key, "another key");
});

Deno.test("what another program wrote in our place is no draft", () => {
  const storage = new Storage(refusing);
  storage.write("draft:a:", "{]");
  assertEquals(new Draft(storage, "a", null).text, "");
});

Deno.test("keys are visible characters, at most 64 of them", () => {
  assert(/^[!-~]{32}$/.test(randomKey()), "32 visible characters");
});
