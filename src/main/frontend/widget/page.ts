/** What the host page says about itself. */
export interface PageFacts {
  readonly attribute: string | null;
  readonly canonical: string | null;
  readonly address: string;
}

/** The key of the page's thread: the element's attribute, else the canonical link, else the address without its fragment. */
export function threadKey({ attribute, canonical, address }: PageFacts): string {
  return attribute || pageUrl({ attribute: null, canonical, address });
}

export function pageUrl({ attribute, canonical, address }: PageFacts): string {
  return attribute || canonical || address.replace(/#.*$/s, "");
}

export function canonicalLink(): string | null {
  return document.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]')?.href || null;
}

/** The comment a fragment such as `#causerie-01J…` names, or null. */
export function commentInFragment(fragment: string): string | null {
  return /^#causerie-([0-9A-Za-z]+)$/.exec(fragment)?.[1] ?? null;
}

const stamps = new Map<string, string>();

/**
 * The comment that the page's address names, or null. A stamp for looking at it, as links from the moderators' page have one,
 * leaves the address at once and is known only until the page is left.
 */
export function linkedComment(): string | null {
  const [, id, stamp] = /^#causerie-([0-9A-Za-z]+)&look=(.+)$/.exec(location.hash) ?? [];
  if (id && stamp) {
    stamps.set(id, stamp);
    history.replaceState(history.state, "", permalink(id));
  }
  return commentInFragment(location.hash);
}

export function stampOf(id: string): string | undefined {
  return stamps.get(id);
}

/** A link to one comment of this page; written out, because a `<base>` of the page would bend a bare fragment. */
export function permalink(id: string): string {
  return `${location.href.replace(/#.*$/s, "")}#causerie-${id}`;
}
