import { decode, encode } from "./base64url.ts";

type Json = Record<string, unknown>;
type Descriptor = { readonly id: string };

/** As `PublicKeyCredential.parseRequestOptionsFromJSON`, also for browsers without it. */
export function requestOptions(json: Json): PublicKeyCredentialRequestOptions {
  const parse = credentialClass()?.parseRequestOptionsFromJSON;
  if (parse) return parse.call(PublicKeyCredential, json as never);
  return {
    ...json,
    challenge: decode(json.challenge as string),
    ...descriptors(json, "allowCredentials"),
  } as PublicKeyCredentialRequestOptions;
}

/** As `PublicKeyCredential.parseCreationOptionsFromJSON`, also for browsers without it. */
export function creationOptions(json: Json): PublicKeyCredentialCreationOptions {
  const parse = credentialClass()?.parseCreationOptionsFromJSON;
  if (parse) return parse.call(PublicKeyCredential, json as never);
  const user = json.user as Json;
  return {
    ...json,
    challenge: decode(json.challenge as string),
    user: { ...user, id: decode(user.id as string) },
    ...descriptors(json, "excludeCredentials"),
  } as unknown as PublicKeyCredentialCreationOptions;
}

/** As `PublicKeyCredential.toJSON`, also for browsers (and password managers) without it. */
export function credentialJson(credential: PublicKeyCredential): unknown {
  if (typeof credential.toJSON === "function") return credential.toJSON();
  const { id, rawId, type, authenticatorAttachment } = credential;
  return {
    id,
    rawId: encode(rawId),
    type,
    authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: responseJson(credential.response),
  };
}

/** The parts differ between making and using; what is not there is left out. */
function responseJson(response: AuthenticatorResponse): Json {
  const parts = response as Partial<
    AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  >;
  const bytes = {
    clientDataJSON: parts.clientDataJSON,
    attestationObject: parts.attestationObject,
    authenticatorData: parts.authenticatorData ?? parts.getAuthenticatorData?.(),
    signature: parts.signature,
    userHandle: parts.userHandle,
  };
  const given = Object.entries(bytes).filter(([, value]) => value);
  const encoded = given.map(([name, value]) => [name, encode(value as ArrayBuffer)]);
  const transports = parts.getTransports?.();
  return { ...Object.fromEntries(encoded), ...(transports && { transports }) };
}

function descriptors(json: Json, name: string): Json {
  const list = json[name] as readonly Descriptor[] | undefined;
  return list ? { [name]: list.map((one) => ({ ...one, id: decode(one.id) })) } : {};
}

function credentialClass(): Partial<typeof PublicKeyCredential> | undefined {
  return (globalThis as { PublicKeyCredential?: typeof PublicKeyCredential }).PublicKeyCredential;
}
