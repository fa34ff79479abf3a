import type { ApiError } from "../../shared/api-error.ts";
import { h } from "../../shared/dom.ts";
import type { Ceremony, Passkey } from "./contract.ts";
import type { Door } from "./door.ts";
import { creationOptions, credentialJson, requestOptions } from "./passkey-json.ts";
import { type Obstacle, obstacle, underLocalhost } from "./passkey-place.ts";
import { problemWords, type Words } from "./problem-words.ts";

interface Use {
  readonly signal?: AbortSignal;
  readonly mediation?: CredentialMediationRequirement;
}

/** A passkey that somebody chose, and what it was asked for. */
export interface Chosen {
  readonly ceremony: string;
  readonly credential: unknown;
}

/** Has the browser let somebody choose one of their passkeys. */
export async function choosePasskey({ call }: Door, path: string, use: Use): Promise<Chosen> {
  const { ceremony, publicKey } = await call<Ceremony>("POST", `${path}/options`, {});
  const asked = { ...use, publicKey: requestOptions(publicKey) };
  const credential = await navigator.credentials.get(asked) as PublicKeyCredential;
  return { ceremony, credential: credentialJson(credential) };
}

/** Has the browser make a passkey for whom `begin` was answered. */
export async function makePasskey({ call }: Door, name: string, begun: Ceremony): Promise<Passkey> {
  const publicKey = creationOptions(begun.publicKey);
  const credential = await navigator.credentials.create({ publicKey });
  const json = credentialJson(credential as PublicKeyCredential);
  const made = { ceremony: begun.ceremony, name, credential: json };
  return (await call<{ passkey: Passkey }>("POST", "account/passkeys", made)).passkey;
}

/** Whether the browser offers passkeys in the list under the name, without a question of its own. */
export async function offersInList(): Promise<boolean> {
  if (obstacle()) return false;
  return await PublicKeyCredential.isConditionalMediationAvailable?.() ?? false;
}

/** What somebody is told about a passkey that did not do; the browser does not say whether it was they who ended it. */
export function passkeyWords(error: unknown, words: Words): string {
  const { name, status } = error as DOMException & ApiError;
  if (status === 401) return words.text("key.refused");
  if (status === 400 || status === 404) return words.text("key.failed");
  if (status !== undefined) return problemWords(error as ApiError, words);
  if (name === "NotAllowedError" || name === "AbortError") return words.text("key.cancelled");
  return words.text(name === "InvalidStateError" ? "key.known" : "key.failed");
}

/** Why there are no passkeys here, and where there are. */
export function obstacleNote(why: Obstacle, words: Words): HTMLElement {
  const elsewhere = why === "address" ? underLocalhost(location) : null;
  return h(
    "p",
    { class: "hint" },
    words.text(`key.${why}`, { host: location.hostname }),
    elsewhere && " ",
    elsewhere && h("a", { href: elsewhere }, words.text("key.localhost")),
  );
}
