import { fetchLinked } from "../../main/frontend/more/linked.ts";
import type { Comment } from "../../main/frontend/shared/contract.ts";
import { Branch } from "../../main/frontend/widget/branch.ts";
import type { CommentList } from "../../main/frontend/widget/list.ts";
import type { Thread } from "../../main/frontend/widget/thread.ts";
import { assertEquals } from "./assert.ts";
import { makeTinyPage, TinyElement, tinyStrings } from "./tiny_page.ts";

const signal = new AbortController().signal;

function threadWith(api: unknown): Thread {
  return { api, key: "/a", signal, strings: tinyStrings, announce() {} } as unknown as Thread;
}

Deno.test("replies of which no page has brought any are brought by the button, however few come at once", async () => {
  makeTinyPage();
  const asked: (string | null)[] = [];
  const shown: string[] = [];
  const root = new TinyElement();
  const list = {
    addReply: ({ id }: Comment) => void shown.push(id),
    find: (id: string) => id === "root" ? { element: root } : undefined,
    element: root,
  } as unknown as CommentList;
  const replies = (_id: string, after: string | null) => {
    asked.push(after);
    const reply = { id: `${asked.length}`, status: "approved" };
    return Promise.resolve({ comments: [reply], next: asked.length < 2 ? "second" : null });
  };
  const branch = new Branch(
    { id: "root", replyCount: 2 } as Comment,
    threadWith({ replies }),
    list,
  );

  branch.add([], "first");
  assertEquals(root.last.textContent, "moreReplies 2");

  await root.last.click();
  assertEquals(root.last.textContent, "moreReplies 1");

  await root.last.click();
  assertEquals(asked, ["first", "second"]);
  assertEquals(shown, ["1", "2"]);
});

Deno.test("the text of an ancestor that did not come is brought by a button", async () => {
  makeTinyPage();
  const asked: string[] = [];
  const texts = new Map([["far", new TinyElement()], ["near", new TinyElement()]]);
  const list = {
    addBranch: () => ({ highlight() {} }),
    find: (id: string) => ({ article: texts.get(id) }),
  } as unknown as CommentList;
  const ask = (path: string) => {
    asked.push(path);
    const ancestors = [{ id: "far", bodyLeftOut: true }, { id: "near" }];
    return Promise.resolve({ thread: "/a", body: ["What was said"], ancestors });
  };

  await fetchLinked("linked", list, threadWith({ ask }));
  assertEquals([...texts.values()].map((text) => text.hasChildNodes()), [true, false]);

  await texts.get("far")?.last.click();
  assertEquals(asked, ["comments/linked?body=nodes", "comments/far?body=nodes"]);
  assertEquals(`${texts.get("far")}`, "What was said");
});
