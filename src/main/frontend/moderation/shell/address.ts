export type Changes = Readonly<Record<string, string | null>>;

/** The address of the page as state: its query says what is shown, so that it can be shared, reloaded and gone back from. */
export class Address {
  readonly #changed: () => void;
  #query: URLSearchParams;

  /** `changed` is told of every move, also of the browser's own buttons. */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.#query = new URLSearchParams(location.search);
    addEventListener("popstate", () => {
      this.#query = new URLSearchParams(location.search);
      this.#changed();
    });
  }

  /** Empty when it is not there. */
  get(name: string): string {
    return this.#query.get(name) ?? "";
  }

  /** The address with these changes; null and empty take a name out. */
  with(changes: Changes): string {
    return `${location.pathname}${changed(this.#query, changes)}`;
  }

  /** The address of a view of the site, with nothing else of what is shown now. */
  of(view: string, more: Changes = {}): string {
    const query = changed(new URLSearchParams(), { site: this.get("site"), view, ...more });
    return `${location.pathname}${query}`;
  }

  /** Goes there, or stays in the same entry of the history. */
  set(changes: Changes, replace = false): void {
    this.go(this.with(changes), replace);
  }

  /** Names in place what the address left open, which is no move. */
  settle(changes: Changes): void {
    const href = this.with(changes);
    this.#query = new URL(href, location.href).searchParams;
    history.replaceState(null, "", href);
  }

  /** Takes back a move that is not to be: this is the address again, and nobody is told. */
  putBack(href: string): void {
    this.#query = new URL(href, location.href).searchParams;
    history.replaceState(null, "", href);
  }

  /** Goes to an address that `with` or `of` told. */
  go(href: string, replace = false): void {
    this.#query = new URL(href, location.href).searchParams;
    if (replace) history.replaceState(null, "", href);
    else history.pushState(null, "", href);
    this.#changed();
  }
}

/** The query with the changes, with a question mark before it. */
export function changed(query: URLSearchParams, changes: Changes): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const text = next.toString();
  return text && `?${text}`;
}

/** The value of one name of the fragment (`#invitation=…`), or null. */
export function fragment(name: string): string | null {
  return new URLSearchParams(location.hash.slice(1)).get(name);
}

/** Takes the fragment out of the address, so that it is neither shared nor kept in the history. */
export function dropFragment(): void {
  history.replaceState(null, "", location.pathname + location.search);
}
