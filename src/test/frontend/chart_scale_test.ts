import {
  type Box,
  Scale,
  ticks,
  total,
} from "../../main/frontend/moderation/manage/chart-scale.ts";
import type { Day } from "../../main/frontend/moderation/manage/contract.ts";
import { assert, assertEquals } from "./assert.ts";

const box: Box = { width: 320, height: 120, start: 20, top: 10, end: 0, bottom: 10, rtl: false };

const day = (approved: number, pending = 0, spam = 0): Day => ({
  date: "2026-11-01",
  approved,
  pending,
  rejected: 0,
  spam,
  deleted: 0,
});

Deno.test("a scale begins at nothing, ends at the most or a little above, in round steps", () => {
  assertEquals(ticks(0), [0, 1]);
  assertEquals(ticks(3), [0, 1, 2, 3]);
  assertEquals(ticks(7), [0, 2, 4, 6, 8]);
  assertEquals(ticks(97), [0, 50, 100]);
  assertEquals(ticks(1_234), [0, 500, 1_000, 1_500]);
});

Deno.test("a bar stands on those below it, and what a day has none of has no bar", () => {
  const scale = new Scale([day(2, 0, 2), day(0), day(4)], box);
  assertEquals([0, 4].map((n) => scale.y(n)), [110, 10]);
  assertEquals(scale.bars(), [
    { status: "approved", path: "M22 110V60h96V110zM222 110V10h96V110z" },
    { status: "spam", path: "M22 60V10h96V60z" },
  ]);
});

Deno.test("from right to left the first day is at the right", () => {
  const scale = new Scale([day(1), day(2)], { ...box, rtl: true });
  assertEquals([0, 1].map((index) => scale.column(index).x), [150, 0]);
});

Deno.test("dates have room, and the last day always has its date", () => {
  const days = Array.from({ length: 30 }, () => day(1));
  assertEquals(new Scale(days, box).dated(), [5, 11, 17, 23, 29]);
  assertEquals(new Scale(days, { ...box, width: 60 }).dated(), [29]);
  assertEquals(new Scale(days.slice(0, 3), box).dated(), [0, 1, 2]);
});

Deno.test("a period without comments has a scale and no bars", () => {
  const scale = new Scale([day(0), day(0)], box);
  assertEquals(scale.bars(), []);
  assert(Number.isFinite(scale.y(0)), "a floor");
  assertEquals(total(day(1, 2, 3)), 6);
});
