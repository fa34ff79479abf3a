import { chunks } from "../../main/frontend/widget/count-board.ts";
import { excess, graphemes } from "../../main/frontend/widget/length.ts";
import { commentInFragment, pageUrl, threadKey } from "../../main/frontend/widget/page.ts";
import { assert, assertEquals } from "./assert.ts";

const address = "https://blog.example/post?id=1#part";

Deno.test("the thread is the attribute's, else the canonical link's, else the address's", () => {
  const canonical = "https://blog.example/post";
  assertEquals(threadKey({ attribute: "/a", canonical, address }), "/a");
  assertEquals(threadKey({ attribute: null, canonical, address }), canonical);
  assertEquals(
    threadKey({ attribute: "", canonical: null, address }),
    "https://blog.example/post?id=1",
  );
});

Deno.test("the address sent with a post is without its fragment", () => {
  assertEquals(
    pageUrl({ attribute: null, canonical: null, address }),
    "https://blog.example/post?id=1",
  );
});

Deno.test("only our own fragments name a comment", () => {
  assertEquals(commentInFragment("#causerie-01JABCDEFGHJK"), "01JABCDEFGHJK");
  for (const other of ["", "#top", "#causerie-", "#causerie-../x", "#x-causerie-01"]) {
    assertEquals(commentInFragment(other), null);
  }
});

Deno.test("a character is what a reader sees as one", () => {
  assertEquals(["👨‍👩‍👧‍👦", "ก้ำ", "é"].map(graphemes), [1, 1, 1]);
});

Deno.test("the limit is counted after trimming", () => {
  assertEquals(excess(`  ${"x".repeat(10_000)}\n`), 0);
  assertEquals(excess("👍".repeat(10_001)), 1);
  assert(excess("short") < 0, "room left");
});

Deno.test("the counts of a page are asked for in requests of at most 100 keys and 6,000 characters", () => {
  const short = Array.from({ length: 250 }, (_, i) => `/${i}`);
  assertEquals(chunks(short).map((chunk) => chunk.length), [100, 100, 50]);
  const long = Array.from({ length: 30 }, (_, i) => `/${i}/${"x".repeat(500)}`);
  assert(chunks(long).every((chunk) => chunk.length <= 12), "at most 6,000 characters");
  assertEquals(chunks(long).flat(), long);
  assertEquals(chunks([]), []);
});
