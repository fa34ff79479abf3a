import type { QueueItem, Status, Totals } from "../../main/frontend/moderation/desk/contract.ts";
import { batches } from "../../main/frontend/moderation/queue/decisions.ts";
import { belongs, decided, moved } from "../../main/frontend/moderation/queue/tabs.ts";
import { UndoStack } from "../../main/frontend/moderation/queue/undo.ts";
import { assertEquals } from "./assert.ts";

const item = (id: string, status: Status, ...outcomes: (string | null)[]): QueueItem =>
  ({ id, status, flags: outcomes.map((outcome) => ({ outcome })) }) as unknown as QueueItem;
const done = (...items: QueueItem[]) => ({
  items,
  status: "spam" as Status,
  list: "held",
  answered: Promise.resolve(),
});

Deno.test("a request has at most a hundred comments, of one status seen", () => {
  const steps = Array.from({ length: 250 }, (_, n) => ({
    id: `${n}`,
    to: "spam" as Status,
    basedOn: (n % 5 ? "pending" : "approved") as Status,
  }));
  const sizes = batches(steps).map((batch) => [batch[0]?.basedOn, batch.length]);
  assertEquals(sizes, [["approved", 50], ["pending", 100], ["pending", 100]]);
});

Deno.test("a decision answers the reports, and holding again opens them", () => {
  const reported = item("a", "approved", null, "dismissed");
  assertEquals(belongs("flagged", reported), true);
  assertEquals(belongs("flagged", decided(reported, "approved")), false);
  assertEquals(belongs("flagged", decided(decided(reported, "spam"), "pending")), true);
  assertEquals(belongs("all", decided(reported, "deleted")), true);
  assertEquals(belongs("approved", decided(reported, "deleted")), false);
});

Deno.test("the counts follow a decision and its undoing", () => {
  const totals: Totals = {
    pending: 3,
    approved: 9,
    rejected: 0,
    spam: 0,
    deleted: 0,
    flagged: 1,
    all: 12,
  };
  const before = item("a", "approved", null);
  const after = decided(before, "rejected");
  const then = moved(totals, before, after);
  assertEquals([then.approved, then.rejected, then.flagged, then.all], [8, 1, 0, 12]);
  assertEquals(moved(then, after, before), totals);
});

Deno.test("what was decided last is undone first", () => {
  const stack = new UndoStack();
  stack.push(done(item("a", "pending")));
  stack.push(done(item("b", "pending"), item("c", "pending")));
  assertEquals(stack.pop()?.items.map(({ id }) => id), ["b", "c"]);
  assertEquals(stack.pop()?.items.map(({ id }) => id), ["a"]);
  assertEquals(stack.pop(), null);
});

Deno.test("what did not come to be is not undone, the rest of it is", () => {
  let changes = 0;
  const stack = new UndoStack();
  stack.changed = () => changes++;
  stack.push(done(item("a", "pending")));
  stack.push(done(item("b", "pending"), item("c", "pending")));
  stack.forget(new Set(["a", "c"]));
  assertEquals([stack.size, stack.top?.items.map(({ id }) => id)], [1, ["b"]]);
  assertEquals(changes, 3);
});

Deno.test("the stack keeps the last hundred", () => {
  const stack = new UndoStack();
  for (let n = 0; n < 120; n++) stack.push(done(item(`${n}`, "pending")));
  assertEquals([stack.size, stack.top?.items[0]?.id], [100, "119"]);
});
