import { build, safeHref } from "../../main/frontend/shared/nodes.ts";
import { assert, assertEquals } from "./assert.ts";
import { tinyDocument } from "./tiny_document.ts";

const built = (nodes: unknown) => String(build(nodes, tinyDocument));

Deno.test("allowed tags become elements, strings become text", () => {
  assertEquals(
    built([["p", ["one ", ["em", ["two"]], ["br"], "<b>three</b>"]], ["hr"]]),
    "<p>one <em>two</em><br></br><b>three</b></p><hr></hr>",
  );
});

Deno.test("an unknown tag becomes the text inside it", () => {
  assertEquals(
    built([["script", ["alert(1)"]], ["iframe", "https://x.example", ["in"]]]),
    "alert(1)in",
  );
});

Deno.test("no attribute but an address and a rel is ever set", () => {
  assertEquals(built([["p", { onclick: "x" }, ["text"]]]), "<p>text</p>");
  assertEquals(built([["img", { onerror: "x" }]]), "");
});

Deno.test("links say that they are a reader's", () => {
  assertEquals(
    built([["a", "https://x.example/", ["x"]]]),
    "<a href=https://x.example/ rel=nofollow ugc noopener noreferrer>x</a>",
  );
});

Deno.test("a link to elsewhere than the web or mail is only its text", () => {
  for (
    const href of [
      "javascript:alert(1)",
      " javascript:x",
      "data:text/html,x",
      "//x.example",
      "/x",
      "https://",
      1,
    ]
  ) {
    assertEquals(safeHref(href), null);
    assertEquals(built([["a", href, ["x"]]]), "x");
  }
  assertEquals(safeHref("mailto:ann@example.org"), "mailto:ann@example.org");
});

Deno.test("what is not a list of nodes builds nothing", () => {
  for (const nodes of [null, "text", { 0: "p" }, 7]) assertEquals(built(nodes), "");
});

Deno.test("nesting without end is cut, not followed", () => {
  let nodes: unknown[] = ["deep"];
  for (let i = 0; i < 10_000; i++) nodes = [["em", nodes]];
  assert(built(nodes).length < 1_000, "a short result");
});
