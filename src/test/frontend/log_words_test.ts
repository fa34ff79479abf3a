import { Strings } from "../../main/frontend/shared/i18n.ts";
import type { LogEntry } from "../../main/frontend/moderation/manage/contract.ts";
import { english } from "../../main/frontend/moderation/manage/english.ts";
import {
  actionName,
  ACTIONS,
  changes,
  sentence,
} from "../../main/frontend/moderation/manage/log-words.ts";
import { fieldProblem, problem } from "../../main/frontend/moderation/manage/problems.ts";
import { ApiError } from "../../main/frontend/shared/api-error.ts";
import { assert, assertEquals } from "./assert.ts";

const words = new Strings().of(english);
const plain = (text: string | null) => text?.replaceAll(/[\u2068\u2069]/g, "") ?? null;

function entry(more: Partial<LogEntry>): LogEntry {
  return {
    seq: 1,
    at: "2026-11-24T08:30:00Z",
    actor: "account:05Z6P3Q9ZK4RT",
    actorName: "Mia",
    action: "reject",
    commentId: null,
    threadId: null,
    thread: null,
    authorId: null,
    banId: null,
    reason: null,
    before: null,
    after: null,
    ...more,
  };
}

function told(more: Partial<LogEntry>): (string | null)[][] {
  return changes(entry(more), words)
    .map(({ label, before, after }) => [label, plain(before), plain(after)]);
}

Deno.test("every act has a sentence of its own with who did it", () => {
  for (const action of ACTIONS) {
    const said = plain(sentence(entry({ action }), words));
    assert(said!.startsWith("Mia ") && !said!.includes("{"), `a sentence for ${action}: ${said}`);
    assert(actionName(action, words).startsWith("… "), `a name for ${action}`);
  }
  assertEquals(plain(sentence(entry({ action: "knit" }), words)), "Mia: knit");
});

Deno.test("rules and machines are told from people", () => {
  const by = (actor: string, actorName: string) =>
    plain(sentence(entry({ actor, actorName, action: "hold" }), words));
  assertEquals(
    by("system:flags", "flags"),
    "Rule on readers’ reports sent a comment back to wait",
  );
  assertEquals(by("system:new", "new"), "Rule “new” sent a comment back to wait");
  assertEquals(by("admin", "x"), "Administrator’s token sent a comment back to wait");
  assertEquals(by("console", "x"), "Command line sent a comment back to wait");
});

Deno.test("what changed is told in words", () => {
  assertEquals(
    told({ before: { status: "approved", flags: 2 }, after: { status: "rejected" } }),
    [["Status", "approved", "rejected"], ["Open reports", "2", null]],
  );
  assertEquals(
    told({ action: "close", before: { closedBy: null }, after: { closedBy: "hand" } }),
    [["Closed by", null, "a moderator"]],
  );
  assertEquals(
    told({
      action: "ban",
      after: { target: "author", shadow: false, until: "2031-05-06T12:00:00+00:00" },
    })
      .slice(0, 2),
    [["Whom", null, "an author"], ["Unnoticed", null, "no"]],
  );
});

Deno.test("a changed setting has the name it has in the settings, a list only what was added and removed", () => {
  assertEquals(
    told({
      action: "settings",
      before: { bannedWords: ["a", "b"], holdFromLinks: 1 },
      after: { bannedWords: ["b", "c", "d"], holdFromLinks: 3, unheardOf: { x: 1 } },
    }),
    [
      ["Banned words", null, "removed: a · added: c, d"],
      ["Links that are too many", "1", "3"],
      ["unheardOf", "default", '{"x":1}'],
    ],
  );
});

Deno.test("a list of thousands is told by its first words", () => {
  const list = Array.from({ length: 5_000 }, (_, n) => `w${n}`);
  const [[, , after] = []] = told({ after: { bannedWords: list } });
  assert(after!.endsWith("w11, and 4,988 more"), after!);
});

Deno.test("an entry that changed nothing we can tell, or something odd, is no failure", () => {
  assertEquals(told({ before: "x", after: [1] }), []);
});

Deno.test("a bad field is told in our words, one of a later version in the service's", () => {
  assertEquals(
    plain(fieldProblem("must be a whole number from 0 to 100", words)),
    "This must be a whole number from 0 to 100.",
  );
  assertEquals(
    plain(fieldProblem("is required, or in its place commentId", words)),
    "Fill this in.",
  );
  assertEquals(
    plain(fieldProblem("is longer than 1000 characters", words)),
    "At most 1000 characters.",
  );
  assertEquals(plain(fieldProblem("smells", words)), "The service says: “smells”");
});

Deno.test("a conflict says what to do", () => {
  const conflict = (detail: string) =>
    plain(problem(new ApiError(409, "conflict", [], null, detail), words));
  assert(
    conflict("another thread has this key: merge the two instead")!.includes("Merge"),
    "merge",
  );
  assert(conflict("from has more than 10000 comments; merge")!.includes("10000"), "how many");
  assert(conflict("the same is banned already, by X")!.includes("Lift"), "lift");
  assert(conflict("something new")!.includes("Load it again"), "look again");
});

Deno.test("every code of the contract has words that are not the code", () => {
  for (
    const code
      of "invalid forbidden not_found conflict too_large too_many_requests unavailable internal offline unreachable teapot"
        .split(" ")
  ) {
    const said = problem(new ApiError(400, code), words);
    assert(said.length > 10 && !said.includes("_"), `words for ${code}`);
  }
});
