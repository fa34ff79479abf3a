import { english } from "../../main/frontend/moderation/account/english.ts";
import { passkeyWords } from "../../main/frontend/moderation/account/passkeys.ts";
import { isDeclined, problemWords } from "../../main/frontend/moderation/account/problem-words.ts";
import {
  fileName,
  grouped,
  recoveryText,
} from "../../main/frontend/moderation/account/recovery-text.ts";
import { ApiError } from "../../main/frontend/shared/api-error.ts";
import { Strings } from "../../main/frontend/shared/i18n.ts";
import { assert, assertEquals } from "./assert.ts";

const words = new Strings("en", english, "en", english) as Strings<typeof english>;
const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, "");

Deno.test("every code of the contract has words, and those are not the code", () => {
  const codes =
    "invalid unauthenticated forbidden not_found conflict too_large unavailable internal";
  for (const code of codes.split(" ")) {
    const told = problemWords(new ApiError(400, code), words);
    assert(told.length > 10 && !told.includes(code), `words for ${code}`);
  }
});

Deno.test("a limit says when it ends", () => {
  const limit = (seconds: number | null) =>
    plain(problemWords(new ApiError(429, "too_many_requests", [], seconds), words));
  assertEquals(limit(42), "Too many attempts. You can try again in 42 seconds.");
  assertEquals(limit(900), "Too many attempts. You can try again in 15 minutes.");
  assertEquals(limit(null), "Too many attempts. You can try again in 10 seconds.");
});

Deno.test("who would not confirm is told nothing", () => {
  assert(isDeclined(new ApiError(403, "step_up_required")), "declined");
  assert(!isDeclined(new ApiError(403, "forbidden")), "refused");
  assert(!isDeclined(new DOMException("", "NotAllowedError")), "no answer of the server");
});

Deno.test("a passkey that did not do is told apart from one that is not known", () => {
  const told = (error: unknown) => passkeyWords(error, words);
  assertEquals(told(new DOMException("", "NotAllowedError")), words.text("key.cancelled"));
  assertEquals(told(new DOMException("", "InvalidStateError")), words.text("key.known"));
  assertEquals(told(new DOMException("", "SecurityError")), words.text("key.failed"));
  assertEquals(told(new ApiError(401, "unauthenticated")), words.text("key.refused"));
  assertEquals(told(new ApiError(0, "offline")), words.text("problem.offline"));
});

Deno.test("recovery codes are kept one a line, under whose they are", () => {
  const title = words.text("recovery.file", { name: "Ann", host: "talk.example" });
  assertEquals(
    recoveryText(title, ["abcde-fghij", "klmno-pqrst"]),
    "Recovery codes of Ann, talk.example\n\nabcde-fghij\nklmno-pqrst\n",
  );
});

Deno.test("the file's name is one on every system, in every script", () => {
  assertEquals(
    fileName("localhost:8080", "Ann / B\\C"),
    "recovery-codes-localhost-8080-Ann-B-C.txt",
  );
  assertEquals(fileName("talk.example", "أحمد"), "recovery-codes-talk.example-أحمد.txt");
});

Deno.test("a secret is read in fours", () => {
  assertEquals(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
  assertEquals(grouped(""), "");
});
