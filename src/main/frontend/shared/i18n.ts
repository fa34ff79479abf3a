import { english } from "./english.ts";

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
export type LocaleFile = Readonly<Record<string, string | Plural>>;
type Key = keyof typeof english;
type PluralKey = { [K in Key]: (typeof english)[K] extends Plural ? K : never }[Key];
type TextKey = { [K in Key]: (typeof english)[K] extends string ? K : never }[Key];

const ALIASES: Readonly<Record<string, string>> = {
  "zh-tw": "zh-Hant",
  "zh-hk": "zh-Hant",
  "zh-mo": "zh-Hant",
  zh: "zh-Hans",
  pt: "pt-BR",
  no: "nb",
  nn: "nb",
};

/** The best of the available locales for a BCP 47 tag: the tag, its alias, then the same without its last subtag; else English. */
export function chooseLocale(wanted: string, available: readonly string[]): string {
  const byLowerCase = new Map(available.map((tag) => [tag.toLowerCase(), tag]));
  const subtags = wanted.toLowerCase().replaceAll("_", "-").split("-");
  for (let length = subtags.length; length > 0; length--) {
    const tag = subtags.slice(0, length).join("-");
    const found = byLowerCase.get(tag) ?? byLowerCase.get(ALIASES[tag]?.toLowerCase() ?? "");
    if (found) return found;
  }
  return "en";
}

/** The words of one language. A key missing from the file falls back to English. */
export class Strings {
  readonly lang: string;
  readonly dir: string;
  readonly #file: LocaleFile;
  readonly #rules: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;

  /** Numbers are written as in `region`, the page's full tag (`en-IN`), when it is of the same language. */
  constructor(lang = "en", file: LocaleFile = english, region = lang) {
    this.lang = lang;
    this.#file = file;
    this.dir = typeof file.dir === "string" ? file.dir : "ltr";
    this.#rules = new Intl.PluralRules(lang);
    this.#numbers = new Intl.NumberFormat(numberLocales(lang, region));
  }

  text(key: TextKey, values: Readonly<Record<string, string>> = {}): string {
    return fill((this.#file[key] ?? english[key]) as string, values);
  }

  plural(key: PluralKey, n: number, shown = this.#numbers.format(n)): string {
    return this.#form((this.#file[key] ?? english[key]) as Plural, n, shown);
  }

  compact(n: number): string {
    return new Intl.NumberFormat([this.lang, "en"], { notation: "compact" }).format(n);
  }

  /** The file's own words for a past of so many units (`ago.minute`), or null when the browser's are to be used. */
  ago(unit: string, n: number): string | null {
    const own = this.#file[`ago.${unit}`];
    if (typeof own === "string") return own;
    return own ? this.#form(own, n, this.#numbers.format(n)) : null;
  }

  #form(forms: Plural, n: number, shown: string): string {
    return (forms[this.#rules.select(n)] ?? forms.other ?? "").replaceAll("{n}", shown);
  }
}

function numberLocales(lang: string, region: string): string[] {
  const sameLanguage = region.split("-")[0] === lang.split("-")[0];
  const candidates = sameLanguage ? [region, lang, "en"] : [lang, "en"];
  return candidates.filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0;
    } catch {
      return false;
    }
  });
}

/** Values are isolated, so that an Arabic name in an English sentence leaves the order of the words alone. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => `\u2068${values[name] ?? ""}\u2069`);
}
