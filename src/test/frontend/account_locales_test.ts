import { english } from "../../main/frontend/moderation/account/english.ts";
import type { LocaleFile } from "../../main/frontend/shared/i18n.ts";
import { assertEquals } from "./assert.ts";

const FOLDER = new URL("../../main/frontend/moderation/locales/", import.meta.url);

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

for (const { name } of Deno.readDirSync(FOLDER)) {
  const lang = name.replace(".json", "");
  const file: LocaleFile = JSON.parse(Deno.readTextFileSync(new URL(name, FOLDER)));

  Deno.test(`${lang} says what English says of signing in, the account, the team and tokens`, () => {
    const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.sort();
    for (const [key, text] of Object.entries(english)) {
      const own = file[key];
      assertEquals([key, typeof own], [key, typeof text]);
      if (typeof text === "string" && typeof own === "string") {
        assertEquals([key, placeholders(own)], [key, placeholders(text)]);
      } else {
        assertEquals([key, Object.keys(own ?? {}).sort()], [key, categories]);
      }
    }
  });
}
