import { ApiError } from "../../main/frontend/shared/api-error.ts";
import { Strings } from "../../main/frontend/shared/i18n.ts";
import {
  fieldProblems,
  loadProblem,
  postProblem,
} from "../../main/frontend/shared/problem-words.ts";
import { assert, assertEquals } from "./assert.ts";

const strings = new Strings();
const said = (status: number, code: string) => postProblem(new ApiError(status, code), strings);

Deno.test("every code of the contract has words, and those are not the code", () => {
  const codes = (
    "invalid unauthenticated forbidden not_found method_not_allowed conflict thread_closed parent_gone " +
    "idempotency_mismatch too_large unsupported_media_type too_many_requests unavailable internal"
  ).split(" ");
  for (const code of codes) {
    const words = said(400, code);
    assert(words.length > 10 && !words.includes(code), `words for ${code}`);
  }
});

Deno.test("a code of a later version is an error on our side", () => {
  assertEquals(said(418, "teapot"), strings.text("internal"));
});

Deno.test("whoever is offline is told so, and that the text is kept", () => {
  assertEquals(said(0, "offline"), "You are offline. Your text is kept.");
});

Deno.test("a limit says when it ends", () => {
  const error = new ApiError(429, "too_many_requests", [], 1);
  assertEquals(postProblem(error, strings), "Too fast. You can post again in 1 second.");
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
  assert(loadProblem(new ApiError(404, "not_found"), "blog", strings).includes("blog"), "the site");
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
