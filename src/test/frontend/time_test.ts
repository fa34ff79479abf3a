import { Strings } from "../../main/frontend/shared/i18n.ts";
import { exact, relative } from "../../main/frontend/shared/time.ts";
import { assert, assertEquals } from "./assert.ts";

const NOW = new Date("2026-05-04T12:00:00Z");
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const said = (seconds: number, strings = new Strings()) => relative(before(seconds), NOW, strings);

Deno.test("the past is told in its largest whole unit", () => {
  assertEquals(
    [0, 59, 60, 3_599, 3_600, 86_400, 172_800, 2_592_000, 31_536_000].map((s) => said(s)),
    [
      "now",
      "now",
      "1 minute ago",
      "59 minutes ago",
      "1 hour ago",
      "1 day ago",
      "2 days ago",
      "1 month ago",
      "1 year ago",
    ],
  );
});

Deno.test("a reader's slow clock does not show the future", () => {
  assertEquals(said(-90), "now");
});

Deno.test("the words of a locale file go before the browser's", () => {
  const lao = new Strings("lo", { "ago.second": "ດຽວນີ້", "ago.minute": { other: "{n} ນາທີກ່ອນ" } });
  assertEquals(said(5, lao), "ດຽວນີ້");
  assertEquals(said(300, lao), "5 ນາທີກ່ອນ");
});

Deno.test("the exact time needs no language where the browser has none", () => {
  const unknown = new Strings("tlh", {});
  assert(/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(exact(NOW, unknown)), "digits only");
  assert(exact(NOW, new Strings()).includes("May"), "the month in words");
});
