import { english } from "./english.ts";

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
export type LocaleFile = Readonly<Record<string, string | Plural>>;
type KeyOf<E, Kind> = { [K in keyof E & string]: E[K] extends Kind ? K : never }[keyof E & string];

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

/** The words of one language for one part of the widget. A key missing from the file falls back to the part's English. */
export class Strings<E extends LocaleFile = typeof english> {
  readonly lang: string;
  readonly dir: string;
  readonly region: string;
  readonly #file: LocaleFile;
  readonly #english: E;
  readonly #rules: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;

  /** Numbers are written as in `region`, the page's full tag (`en-IN`), when it is of the same language. */
  constructor(
    lang = "en",
    file: LocaleFile = english,
    region = lang,
    fallback: LocaleFile = english,
  ) {
    this.lang = lang;
    this.region = region;
    this.#file = file;
    this.#english = fallback as E;
    this.dir = typeof file.dir === "string" ? file.dir : "ltr";
    this.#rules = new Intl.PluralRules(lang);
    this.#numbers = new Intl.NumberFormat(numberLocales(lang, region));
  }

  /** The same language for another part, whose English is this. */
  of<F extends LocaleFile>(part: F): Strings<F> {
    return new Strings<F>(this.lang, this.#file, this.region, part);
  }

  text(key: KeyOf<E, string>, values: Readonly<Record<string, string>> = {}): string {
    return fill((this.#file[key] ?? this.#english[key]) as string, values);
  }

  plural(key: KeyOf<E, Plural>, n: number, shown = this.#numbers.format(n)): string {
    return this.#form((this.#file[key] ?? this.#english[key]) as Plural, n, shown);
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
