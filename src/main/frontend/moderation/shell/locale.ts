import { chooseLocale, Strings } from "../../shared/i18n.ts";
import { english } from "../english.ts";
import type { CoreStrings } from "./view.ts";

/** Both are written in by the build: the tags of the locale files, and a version that changes with their content. */
declare const LOCALES: string;
declare const LOCALES_VERSION: string;

/** The words in the first language of the browser that we have; English when there is none, or its file cannot be had. */
export async function preferredStrings(): Promise<CoreStrings> {
  const available = LOCALES.split(" ");
  for (const wanted of navigator.languages) {
    const lang = chooseLocale(wanted, available);
    if (lang !== "en") return await load(lang, wanted).catch(() => inEnglish(wanted));
    if (/^en\b/i.test(wanted)) return inEnglish(wanted);
  }
  return inEnglish("en");
}

function inEnglish(region: string): CoreStrings {
  return new Strings("en", english, region, english);
}

async function load(lang: string, region: string): Promise<CoreStrings> {
  const url = new URL(`locales/${lang}.json?v=${LOCALES_VERSION}`, import.meta.url);
  const response = await fetch(url, { signal: AbortSignal.timeout(8_000) });
  return new Strings(lang, await response.json(), region, english);
}
