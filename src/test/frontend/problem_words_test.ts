import { ApiError } from "../../main/frontend/shared/api-error.ts";
import { Strings } from "../../main/frontend/shared/i18n.ts";
import { fieldProblems } from "../../main/frontend/more/refused-fields.ts";
import { refusal, unknownSite } from "../../main/frontend/more/refusals.ts";
import type { Thread } from "../../main/frontend/widget/thread.ts";
import { assert, assertEquals } from "./assert.ts";

const strings = new Strings();
const plain = (words: string) => words.replaceAll(/[\u2068\u2069]/g, "");

/** What is said in a thread of a server that answers, or does not. */
function said(error: ApiError, words = strings, answers = true): Promise<string> {
  const counts = () => answers ? Promise.resolve({}) : Promise.reject(error);
  return refusal(error, { strings: words, key: "", api: { counts } } as unknown as Thread);
}

Deno.test("every code of the contract has words, and those are not the code", async () => {
  const codes = (
    "invalid unauthenticated forbidden not_found method_not_allowed conflict thread_closed parent_gone " +
    "idempotency_mismatch too_large unsupported_media_type too_many_requests unavailable internal"
  ).split(" ");
  for (const code of codes) {
    const words = await said(new ApiError(400, code));
    assert(words.length > 10 && !words.includes(code), `words for ${code}`);
  }
});

Deno.test("a code of a later version is an error on our side, and the text is kept", async () => {
  const words = await said(new ApiError(418, "teapot"));
  assertEquals(words, `${strings.text("internal")} ${strings.text("kept")}`);
});

Deno.test("whoever is offline is told so, and that the text is kept", async () => {
  assertEquals(await said(new ApiError(0, "offline")), "You are offline. Your text is kept.");
});

Deno.test("a limit says when it ends, in the unit that does", async () => {
  const limit = (seconds: number, words = strings) =>
    said(new ApiError(429, "too_many_requests", [], seconds), words).then(plain);
  assertEquals(await limit(1), "Too fast. You can post again in 1 second.");
  assertEquals(await limit(89), "Too fast. You can post again in 89 seconds.");
  assertEquals(await limit(601), "Too fast. You can post again in 11 minutes.");
  assertEquals(await limit(86_400), "Too fast. You can post again in 24 hours.");
  assert((await limit(600, new Strings("fr"))).endsWith("dans 10 minutes."), "French");
});

Deno.test("who is banned reads why and until when, in the reader's way to write times", async () => {
  const detail = "you cannot write on this site until 2031-05-06T12:00:00Z: insults";
  const words = plain(await said(new ApiError(403, "forbidden", [], null, detail)));
  assert(words.includes("until May 6, 2031") && words.includes(": insults”"), words);
  assertEquals(await said(new ApiError(403, "forbidden")), "You may not post here.");
});

Deno.test("a server that can be read and not written to does not know the origin", async () => {
  (globalThis as { location?: unknown }).location ??= { origin: "https://blog.example" };
  const unreachable = new ApiError(0, "unreachable");
  assert((await said(unreachable)).includes("origins"), "the origin");
  assertEquals(
    await said(unreachable, strings, false),
    "The comment service cannot be reached. Your text is kept.",
  );
});

Deno.test("refused fields are named on the form, missing told from wrong", () => {
  const fields = ["author.name", "body", "thread"].map((field) => ({ field, detail: "" }));
  const problems = fieldProblems(
    new ApiError(400, "invalid", fields),
    { name: "", body: "x", email: "" },
    strings,
  );
  assertEquals([...problems], [
    ["name", strings.text("nameMissing")],
    ["body", strings.text("bodyRefused")],
  ]);
});

Deno.test("an unknown site is explained to its owner", () => {
  assert(unknownSite("blog", strings).includes("blog"), "the site");
});

Deno.test("only an answer that surely stored nothing is a refusal", () => {
  const refusal = (status: number) => new ApiError(status, "").isRefusal;
  assertEquals([400, 403, 409, 422].map(refusal), [true, true, true, true]);
  assertEquals([0, 408, 429, 500, 503].map(refusal), [false, false, false, false, false]);
});

Deno.test("an error answer that is not ours is internal", async () => {
  const error = await ApiError.from(new Response("<h1>Bad gateway</h1>", { status: 502 }));
  assertEquals([error.status, error.code, error.retryAfter], [502, "internal", null]);
});

Deno.test("the wait is taken from the answer", async () => {
  const response = new Response("{}", { status: 429, headers: { "retry-after": "7" } });
  assertEquals((await ApiError.from(response)).retryAfter, 7);
});
