import { english as more } from "../../main/frontend/more/english.ts";
import { english as core } from "../../main/frontend/shared/english.ts";
import { chooseLocale, type LocaleFile, Strings } from "../../main/frontend/shared/i18n.ts";
import { assert, assertEquals } from "./assert.ts";

const english = { ...core, ...more };
const FOLDER = new URL("../../main/frontend/widget/locales/", import.meta.url);
const files = new Map<string, LocaleFile>(
  [...Deno.readDirSync(FOLDER)].map(({ name }) => [
    name.replace(".json", ""),
    JSON.parse(Deno.readTextFileSync(new URL(name, FOLDER))),
  ]),
);
const EXTRA = /^(dir|ago\.(second|minute|hour|day|month|year))$/;

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

for (const [lang, file] of files) {
  Deno.test(`${lang} has every string of English and no other`, () => {
    const own = Object.keys(file).filter((key) => !EXTRA.test(key));
    assertEquals(own.sort(), Object.keys(english).sort());
  });

  Deno.test(`${lang} has exactly its CLDR plural categories`, () => {
    const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.sort();
    for (const [key, value] of Object.entries(file)) {
      if (typeof value === "object") {
        assertEquals([key, Object.keys(value).sort()], [key, categories]);
      }
    }
  });

  Deno.test(`${lang} fills in what English fills in`, () => {
    for (const [key, text] of Object.entries(english)) {
      const own = file[key];
      assertEquals([key, typeof own], [key, typeof text]);
      if (typeof text !== "string" || typeof own !== "string") continue;
      assertEquals([key, placeholders(own)], [key, placeholders(text)]);
    }
  });
}

Deno.test("Arabic has six forms", () => {
  const strings = new Strings("ar", files.get("ar"));
  const forms = [0, 1, 2, 3, 11, 100].map((n) => strings.plural("comments", n, "#"));
  assertEquals(new Set(forms).size, 6);
  assertEquals(strings.dir, "rtl");
});

Deno.test("numbers are grouped as the language does", () => {
  assertEquals(new Strings().plural("comments", 1234), "1,234 comments");
  assertEquals(new Strings().plural("comments", 1), "1 comment");
  assertEquals(new Strings("en", core, "en-IN").plural("comments", 123456), "1,23,456 comments");
  assertEquals(new Strings().compact(1234), "1.2K");
});

Deno.test("a page's malformed language tag is no obstacle", () => {
  assertEquals(chooseLocale("en_US!", ["fr"]), "en");
  assertEquals(new Strings("en", core, "en-x_y!").plural("comments", 2), "2 comments");
});

Deno.test("a filled-in name is isolated from the direction of the sentence", () => {
  assertEquals(new Strings().text("replyTo", { name: "أحمد" }), "Reply to \u2068أحمد\u2069");
});

Deno.test("a part has words of its own in the language of the whole", () => {
  assertEquals(new Strings().of(more).text("note"), "Note");
  assertEquals(new Strings("fr", files.get("fr")).of(more).text("note"), "Précisions");
  assertEquals(new Strings("fr", {}).of(more).text("note"), "Note");
});

Deno.test("no string is of both parts", () => {
  assertEquals(Object.keys(core).filter((key) => key in more), []);
});

Deno.test("a string missing from a file is said in English", () => {
  assertEquals(new Strings("fr", {}).text("reply"), "Reply");
});

Deno.test("the locale is the nearest one there is", () => {
  const available = ["ar", "fr", "vi", "nb", "pt-BR", "zh-Hans", "zh-Hant"];
  const chosen = (tag: string) => chooseLocale(tag, available);
  assertEquals(chosen("fr-CA"), "fr");
  assertEquals(chosen("AR"), "ar");
  assertEquals(["zh-TW", "zh-HK", "zh", "zh-CN", "zh-Hant-TW"].map(chosen), [
    "zh-Hant",
    "zh-Hant",
    "zh-Hans",
    "zh-Hans",
    "zh-Hant",
  ]);
  assertEquals(["pt", "pt-PT", "no", "nn"].map(chosen), ["pt-BR", "pt-BR", "nb", "nb"]);
  assertEquals(["en-GB", "tlh", ""].map(chosen), ["en", "en", "en"]);
  assert(chooseLocale("fr", []) === "en", "English where there is nothing else");
});
