import { english as account } from "../../main/frontend/moderation/account/english.ts";
import { english as core } from "../../main/frontend/moderation/english.ts";
import { english as manage } from "../../main/frontend/moderation/manage/english.ts";
import type { LocaleFile } from "../../main/frontend/shared/i18n.ts";
import { assertEquals } from "./assert.ts";

const FOLDER = new URL("../../main/frontend/moderation/locales/", import.meta.url);
const PARTS: readonly LocaleFile[] = [core, account, manage];
const KEYS = PARTS.flatMap((part) => Object.keys(part));

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

for (const { name } of Deno.readDirSync(FOLDER)) {
  const lang = name.replace(".json", "");
  const file: LocaleFile = JSON.parse(Deno.readTextFileSync(new URL(name, FOLDER)));

  Deno.test(`${lang} says what English says around the queue and in it`, () => {
    const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.sort();
    for (const [key, text] of Object.entries(core)) {
      const own = file[key];
      assertEquals([key, typeof own], [key, typeof text]);
      if (typeof text === "string" && typeof own === "string") {
        assertEquals([key, placeholders(own)], [key, placeholders(text)]);
      } else {
        assertEquals([key, Object.keys(own ?? {}).sort()], [key, categories]);
      }
    }
  });

  Deno.test(`${lang} has no string that no part of the moderators' page says`, () => {
    const known = new Set([...KEYS, "dir"]);
    assertEquals(Object.keys(file).filter((key) => !known.has(key) && !key.startsWith("ago.")), []);
  });
}

Deno.test("no string is of two parts of the moderators' page", () => {
  assertEquals(KEYS.length, new Set(KEYS).size);
});
