/** Why passkeys cannot be used on a page. */
export type Obstacle = "missing" | "address" | "insecure";

interface Page {
  readonly isSecureContext: boolean;
  readonly location: Pick<Location, "hostname" | "href">;
  readonly PublicKeyCredential?: unknown;
}

/** What keeps this page from passkeys, or null. They belong to a name, so that an address of numbers has none. */
export function obstacle(page: Page = globalThis as unknown as Page): Obstacle | null {
  if (isAddress(page.location.hostname)) return "address";
  if (!page.isSecureContext) return "insecure";
  return page.PublicKeyCredential ? null : "missing";
}

/** The same page under a name, or null when the address is not this machine's own. */
export function underLocalhost({ hostname, href }: Page["location"]): string | null {
  if (!/^(127\.|\[::1\]$)/.test(hostname)) return null;
  const url = new URL(href);
  url.hostname = "localhost";
  return url.href;
}

function isAddress(host: string): boolean {
  return host.startsWith("[") || /^\d+(\.\d+){3}$/.test(host);
}
