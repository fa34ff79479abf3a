import { place, step, successor } from "../../main/frontend/moderation/queue/order.ts";
import { Selection } from "../../main/frontend/moderation/queue/selection.ts";
import { assertEquals } from "./assert.ts";

const ORDER = ["e", "d", "c", "b", "a"];
const set = (...ids: string[]) => new Set(ids);

Deno.test("the focus goes to the next that stays", () => {
  assertEquals(successor(ORDER, set("d"), "d"), "c");
  assertEquals(successor(ORDER, set("e", "d", "c"), "d"), "b");
});

Deno.test("at the end it goes to the one before, and nowhere when none is left", () => {
  assertEquals(successor(ORDER, set("a"), "a"), "b");
  assertEquals(successor(ORDER, set("b", "a"), "b"), "c");
  assertEquals(successor(ORDER, set(...ORDER), "c"), null);
});

Deno.test("a card that was not the current one leaves the focus where it was", () => {
  assertEquals(successor(ORDER, set("e", "b"), "c"), "c");
  assertEquals(successor(ORDER, set("b"), null), "e");
});

Deno.test("moving ends where the list ends", () => {
  assertEquals(step(ORDER, "e", 1), "d");
  assertEquals([step(ORDER, "a", 1), step(ORDER, "e", -1)], ["a", "e"]);
  assertEquals([step(ORDER, null, 1), step([], "e", 1)], ["e", null]);
  assertEquals(step(ORDER, "gone", -1), "a");
});

Deno.test("what comes back has its place by time", () => {
  assertEquals(place(["e", "c", "a"], "d", false), 1);
  assertEquals(place(["a", "c", "e"], "d", true), 2);
  assertEquals([place(["e"], "a", false), place([], "a", false)], [1, 0]);
});

Deno.test("a range goes from what was picked last, either way", () => {
  const selection = new Selection();
  const picked = () => ORDER.filter((id) => selection.has(id)).join("");
  selection.toggle("d");
  selection.extend(ORDER, "b");
  assertEquals(picked(), "dcb");
  selection.extend(ORDER, "e");
  assertEquals(picked(), "edcb");
  selection.toggle("c");
  assertEquals(picked(), "edb");
});

Deno.test("without a beginning a range is one; a beginning that has gone is none", () => {
  const selection = new Selection();
  selection.extend(ORDER, "c");
  assertEquals(selection.size, 1);
  selection.clear();
  selection.toggle("gone");
  selection.extend(ORDER, "c");
  selection.keep((id) => ORDER.includes(id));
  assertEquals([selection.size, selection.has("c")], [1, true]);
});

Deno.test("all is picked, and let go when all was", () => {
  const selection = new Selection();
  selection.toggle("c");
  selection.all(ORDER);
  assertEquals(selection.size, 5);
  selection.all(ORDER);
  assertEquals(selection.size, 0);
});
