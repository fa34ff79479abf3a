package io.causerie.testing;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A browser with one passkey, both made of software; either can be told to lie. */
public final class SoftAuthenticator {
  private static final int USER_PRESENT = 0x01;
  private static final int USER_VERIFIED = 0x04;
  private static final int HAS_KEY = 0x40;

  private final String origin;
  private final KeyPair keys;
  private final byte[] id;
  private String rpId = "";
  private String userHandle = "";
  private long signCount;
  private boolean verifies = true;
  private boolean touched = true;
  private final JsonObject frame = new JsonObject();

  /** @param origin of the page that the browser shows */
  public SoftAuthenticator(String origin) {
    this(origin, newKeys(), random());
  }

  private SoftAuthenticator(String origin, KeyPair keys, byte[] id) {
    this.origin = origin;
    this.keys = keys;
    this.id = id;
  }

  /** What it counts from; each use adds one. */
  public SoftAuthenticator countsFrom(long signCount) {
    this.signCount = signCount;
    return this;
  }

  /** Asks for no fingerprint and no PIN. */
  public SoftAuthenticator verifiesNobody() {
    this.verifies = false;
    return this;
  }

  /** Signs by itself, with nobody there. */
  public SoftAuthenticator isAlone() {
    this.touched = false;
    return this;
  }

  /** The page is in a frame, of which browsers say this. */
  public SoftAuthenticator framed(String name, Object value) {
    frame.put(name, value);
    return this;
  }

  /** Makes its key for another name than the page asks for. */
  public SoftAuthenticator belongsTo(String rpId) {
    this.rpId = rpId;
    return this;
  }

  /** The same key on a page of another origin. */
  public SoftAuthenticator on(String otherOrigin) {
    return copy(otherOrigin, keys, userHandle);
  }

  /** Another key that passes for the same credential. */
  public SoftAuthenticator forged() {
    return copy(origin, newKeys(), userHandle);
  }

  /** The same key, said to be another account's. */
  public SoftAuthenticator claimedBy(SoftAuthenticator other) {
    return copy(origin, keys, other.userHandle);
  }

  /** As {@code navigator.credentials.create(…)} and {@code toJSON()} answer. */
  public JsonObject create(JsonObject publicKey) {
    if (rpId.isEmpty()) {
      rpId = publicKey.getJsonObject("rp").getString("id");
    }
    userHandle = publicKey.getJsonObject("user").getString("id");
    JsonObject response = new JsonObject()
        .put("clientDataJSON", encoded(clientData("webauthn.create", publicKey)))
        .put("attestationObject", encoded(attestation()))
        .put("transports", new JsonArray().add("internal").add("hybrid"));
    return credential(response);
  }

  /** As {@code navigator.credentials.get(…)} and {@code toJSON()} answer. */
  public JsonObject get(JsonObject publicKey) {
    signCount++;
    byte[] clientData = clientData("webauthn.get", publicKey);
    byte[] data = authenticatorData(0, null);
    JsonObject response = new JsonObject()
        .put("clientDataJSON", encoded(clientData))
        .put("authenticatorData", encoded(data))
        .put("signature", encoded(signature(data, clientData)))
        .put("userHandle", userHandle);
    return credential(response);
  }

  /** What the credential is known by. */
  public String id() {
    return encoded(id);
  }

  private SoftAuthenticator copy(String itsOrigin, KeyPair itsKeys, String itsHandle) {
    var copy = new SoftAuthenticator(itsOrigin, itsKeys, id);
    copy.rpId = rpId;
    copy.userHandle = itsHandle;
    copy.signCount = signCount;
    return copy;
  }

  private JsonObject credential(JsonObject response) {
    return new JsonObject()
        .put("id", encoded(id))
        .put("rawId", encoded(id))
        .put("type", "public-key")
        .put("authenticatorAttachment", "platform")
        .put("clientExtensionResults", new JsonObject())
        .put("response", response);
  }

  private byte[] clientData(String type, JsonObject publicKey) {
    return new JsonObject()
        .put("type", type)
        .put("challenge", publicKey.getString("challenge"))
        .put("origin", origin)
        .put("crossOrigin", false)
        .mergeIn(frame)
        .toBuffer()
        .getBytes();
  }

  private byte[] attestation() {
    return cbor(generator -> {
      generator.writeStartObject(3);
      generator.writeStringField("fmt", "none");
      generator.writeFieldName("attStmt");
      generator.writeStartObject(0);
      generator.writeEndObject();
      generator.writeBinaryField("authData", authenticatorData(HAS_KEY, cose()));
      generator.writeEndObject();
    });
  }

  private byte[] authenticatorData(int flags, byte @Nullable [] key) {
    Buffer data = Buffer.buffer(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
        .appendByte((byte) (flags | (touched ? USER_PRESENT : 0) | (verifies ? USER_VERIFIED : 0)))
        .appendUnsignedInt(signCount);
    if (key != null) {
      data.appendBytes(new byte[16]).appendUnsignedShort(id.length).appendBytes(id);
      data.appendBytes(key);
    }
    return data.getBytes();
  }

  /** An elliptic curve key (kty 2) for ES256 (alg −7) on P-256 (crv 1). */
  private byte[] cose() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    return cbor(generator -> {
      generator.writeStartObject(5);
      generator.writeFieldId(1);
      generator.writeNumber(2);
      generator.writeFieldId(3);
      generator.writeNumber(-7);
      generator.writeFieldId(-1);
      generator.writeNumber(1);
      generator.writeFieldId(-2);
      generator.writeBinary(bytes32(key.getW().getAffineX()));
      generator.writeFieldId(-3);
      generator.writeBinary(bytes32(key.getW().getAffineY()));
      generator.writeEndObject();
    });
  }

  private byte[] signature(byte[] data, byte[] clientData) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(clientData));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private interface Writing {
    void to(CBORGenerator generator) throws IOException;
  }

  private static byte[] cbor(Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try (CBORGenerator generator = new CBORFactory().createGenerator(bytes)) {
      writing.to(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes32(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[32];
    int length = Math.min(signed.length, bytes.length);
    System.arraycopy(signed, signed.length - length, bytes, bytes.length - length, length);
    return bytes;
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
