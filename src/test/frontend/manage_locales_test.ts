import { english } from "../../main/frontend/moderation/manage/english.ts";
import type { LocaleFile } from "../../main/frontend/shared/i18n.ts";
import { assertEquals } from "./assert.ts";

const FOLDER = new URL("../../main/frontend/moderation/locales/", import.meta.url);

/** What is filled in, but for the number, which some forms spell out. */
const placeholders = (text = "") =>
  [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).filter((name) => name !== "{n}").sort();

const forms = (text: LocaleFile[string] | undefined) =>
  typeof text === "object" ? Object.values(text) : [text];

for (const { name } of Deno.readDirSync(FOLDER)) {
  const lang = name.replace(".json", "");
  const file: LocaleFile = JSON.parse(Deno.readTextFileSync(new URL(name, FOLDER)));

  Deno.test(`${lang} says what English says of what is managed beside the queue`, () => {
    const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.sort();
    for (const [key, text] of Object.entries(english)) {
      const own = file[key];
      assertEquals([key, typeof own], [key, typeof text]);
      if (typeof own === "object") {
        assertEquals([key, Object.keys(own).sort()], [key, categories]);
      }
      const wanted = placeholders(forms(text).at(-1));
      for (const form of forms(own)) assertEquals([key, placeholders(form)], [key, wanted]);
    }
  });
}
