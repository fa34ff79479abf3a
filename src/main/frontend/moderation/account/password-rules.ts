export const SHORTEST = 12;
export const LONGEST = 256;

/** What can be told of a password without asking the server, which has the last word. */
export type Rule = "long" | "short" | "name" | "varied";

const FEWEST_DIFFERENT = 5;
const SHORTEST_NAME = 3;

/** The rules the password does not keep. Characters are counted as the server does: by code point. */
export function broken(password: string, name: string): ReadonlySet<Rule> {
  const characters = [...password];
  const rules: Readonly<Record<Rule, boolean>> = {
    long: characters.length >= SHORTEST,
    short: characters.length <= LONGEST,
    name: !containsName(password, name),
    varied: new Set(characters).size >= FEWEST_DIFFERENT,
  };
  return new Set((Object.keys(rules) as Rule[]).filter((rule) => !rules[rule]));
}

function containsName(password: string, name: string): boolean {
  const wanted = plain(name);
  return [...wanted].length >= SHORTEST_NAME && plain(password).includes(wanted);
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
}
