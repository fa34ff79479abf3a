import { listing, listQuery } from "../../main/frontend/moderation/queue/filters.ts";
import { search } from "../../main/frontend/moderation/desk/request.ts";
import { changed } from "../../main/frontend/moderation/shell/address.ts";
import { assertEquals } from "./assert.ts";

const at = (query: string) => {
  const params = new URLSearchParams(query);
  return listing({ get: (name) => params.get(name) ?? "" });
};

Deno.test("the address names the list, and what it cannot name is the first", () => {
  assertEquals(listQuery(at("tab=spam")), { status: "spam", body: "nodes" });
  assertEquals(listQuery(at("tab=flagged")), { flagged: "true", body: "nodes" });
  assertEquals(listQuery(at("tab=all&sort=oldest")), { body: "nodes", sort: "oldest" });
  assertEquals(listQuery(at("tab=__proto__")), { status: "pending", body: "nodes" });
});

Deno.test("every filter of the address is asked for", () => {
  const query = "q=night+train&thread=/a&author=05Z&reason=first-links&hasLink=true&view=queue";
  assertEquals(listQuery(at(query)), {
    status: "pending",
    body: "nodes",
    q: "night train",
    thread: "/a",
    author: "05Z",
    reason: "first-links",
    hasLink: "true",
  });
});

Deno.test("days are those of the moderator, and the last one counts", () => {
  const { from, to } = listQuery(at("from=2026-11-24&to=2026-11-30"));
  assertEquals(from, new Date(2026, 10, 24).toISOString());
  assertEquals(to, new Date(2026, 11, 1).toISOString());
});

Deno.test("a day that is none is no filter", () => {
  assertEquals([...at("from=yesterday&to=").filters], []);
});

Deno.test("changes of the address keep the rest, and empty ones take a name out", () => {
  const query = new URLSearchParams("site=blog&tab=spam&q=x");
  assertEquals(changed(query, { q: null, tab: "all" }), "?site=blog&tab=all");
  assertEquals(changed(query, { site: "", tab: null, q: "" }), "");
  assertEquals(query.toString(), "site=blog&tab=spam&q=x");
});

Deno.test("what is empty is not asked for, and lists are asked for one by one", () => {
  assertEquals(
    search({ q: "", after: null, limit: 50, status: ["spam", "deleted"] }),
    "?limit=50&status=spam&status=deleted",
  );
  assertEquals(search({ after: undefined }), "");
});
