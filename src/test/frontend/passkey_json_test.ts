import { decode, encode } from "../../main/frontend/moderation/account/base64url.ts";
import {
  creationOptions,
  credentialJson,
  requestOptions,
} from "../../main/frontend/moderation/account/passkey-json.ts";
import { obstacle, underLocalhost } from "../../main/frontend/moderation/account/passkey-place.ts";
import { assert, assertEquals } from "./assert.ts";

const bytes = (source: BufferSource) => [...new Uint8Array(source as ArrayBuffer)];
const buffer = (...values: number[]) => Uint8Array.from(values).buffer;

Deno.test("bytes are written without padding and with characters that an address takes", () => {
  assertEquals(encode(buffer(255, 239, 190, 1)), "_---AQ");
  assertEquals(bytes(decode("_---AQ")), [255, 239, 190, 1]);
  assertEquals(bytes(decode("")), []);
  const all = Array.from({ length: 256 }, (_, i) => i);
  assertEquals(bytes(decode(encode(buffer(...all)))), all);
});

Deno.test("a browser without JSON options is given bytes", () => {
  const request = requestOptions({
    challenge: "AQID",
    rpId: "localhost",
    allowCredentials: [{ id: "BAU", type: "public-key" }],
  });
  assertEquals(bytes(request.challenge), [1, 2, 3]);
  assertEquals(bytes(request.allowCredentials?.[0]?.id as ArrayBuffer), [4, 5]);
  assertEquals(request.rpId, "localhost");

  const creation = creationOptions({
    challenge: "AQID",
    user: { id: "Bgc", name: "Ann", displayName: "Ann" },
    pubKeyCredParams: [{ type: "public-key", alg: -7 }],
  });
  assertEquals(bytes(creation.user.id), [6, 7]);
  assertEquals([creation.user.name, creation.excludeCredentials], ["Ann", undefined]);
});

Deno.test("a browser with JSON options reads them itself", () => {
  const globals = globalThis as { PublicKeyCredential?: unknown };
  globals.PublicKeyCredential = {
    parseRequestOptionsFromJSON: () => "read",
    parseCreationOptionsFromJSON: () => "made",
  };
  try {
    assertEquals([requestOptions({}), creationOptions({})], ["read", "made"]);
  } finally {
    delete globals.PublicKeyCredential;
  }
});

Deno.test("a credential is written by itself where it can", () => {
  const credential = { toJSON: () => ({ id: "own" }) } as unknown as PublicKeyCredential;
  assertEquals(credentialJson(credential), { id: "own" });
});

Deno.test("a credential that cannot write itself is written by us, in both uses", () => {
  const used = {
    id: "AQ",
    rawId: buffer(1),
    type: "public-key",
    authenticatorAttachment: "platform",
    getClientExtensionResults: () => ({}),
    response: {
      clientDataJSON: buffer(2),
      authenticatorData: buffer(3),
      signature: buffer(4),
      userHandle: null,
    },
  };
  assertEquals(credentialJson(used as unknown as PublicKeyCredential), {
    id: "AQ",
    rawId: "AQ",
    type: "public-key",
    authenticatorAttachment: "platform",
    clientExtensionResults: {},
    response: { clientDataJSON: "Ag", authenticatorData: "Aw", signature: "BA" },
  });

  const response = {
    clientDataJSON: buffer(2),
    attestationObject: buffer(5),
    getAuthenticatorData: () => buffer(6),
    getTransports: () => ["internal"],
  };
  const made = credentialJson({ ...used, response } as unknown as PublicKeyCredential);
  assertEquals((made as { response: unknown }).response, {
    clientDataJSON: "Ag",
    attestationObject: "BQ",
    authenticatorData: "Bg",
    transports: ["internal"],
  });
});

Deno.test("passkeys need a name, a safe page and a browser that knows them", () => {
  const at = (href: string, isSecureContext = true, PublicKeyCredential: unknown = {}) =>
    obstacle({ location: new URL(href), isSecureContext, PublicKeyCredential });
  assertEquals(at("http://localhost:8080/"), null);
  assertEquals(at("https://talk.blog.example/"), null);
  assertEquals(at("http://127.0.0.1:8080/"), "address");
  assertEquals(at("http://[::1]:8080/"), "address");
  assertEquals(at("https://192.168.1.4/"), "address");
  assertEquals(at("http://talk.blog.example/", false), "insecure");
  assertEquals(at("https://talk.blog.example/", true, null), "missing");
});

Deno.test("only this machine's own address has another name", () => {
  const named = (href: string) => underLocalhost(new URL(href));
  assertEquals(
    named("http://127.0.0.1:8080/moderation/?site=blog#x"),
    "http://localhost:8080/moderation/?site=blog#x",
  );
  assertEquals(named("http://[::1]:8080/"), "http://localhost:8080/");
  assert(named("http://192.168.1.4/") === null, "no other name");
});
