import { chooseLocale, Strings } from "../shared/i18n.ts";

/** Both are written in by the build: the tags of the locale files, and a version that changes with their content. */
declare const LOCALES: string;
declare const LOCALES_VERSION: string;

const loading = new Map<string, Promise<Strings>>();

/** The folder this module was loaded from, with a slash at its end. */
export const home = new URL(".", import.meta.url).href;

/** The server's address, with a slash at its end: an element's attribute, else where this module came from. */
export function serverOf(attribute: string | null): string {
  return attribute ? new URL(`${attribute.replace(/\/+$/, "")}/`, location.href).href : home;
}

/** The words for a language, asked for once by all elements of a page; English when they cannot be had. */
export function stringsFor(wanted: string): Promise<Strings> {
  const known = loading.get(wanted);
  if (known) return known;
  const strings = load(wanted).catch(() => {
    loading.delete(wanted);
    return new Strings();
  });
  loading.set(wanted, strings);
  return strings;
}

async function load(wanted: string): Promise<Strings> {
  const lang = chooseLocale(wanted, LOCALES.split(" "));
  if (lang === "en") return new Strings(undefined, undefined, wanted);
  const url = `${home}locales/${lang}.json?v=${LOCALES_VERSION}`;
  const response = await fetch(url, { credentials: "omit", signal: AbortSignal.timeout(8_000) });
  return new Strings(lang, await response.json(), wanted);
}

/** The language of an element: its own `lang`, else the nearest one above it. */
export function languageOf(element: Element): string {
  return element.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "en";
}
