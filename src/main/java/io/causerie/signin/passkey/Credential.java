package io.causerie.signin.passkey;

import io.causerie.http.JsonFields;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a browser answers about a passkey, as {@code PublicKeyCredential.toJSON()} writes it, checked
 * for form.
 *
 * @param json what Vert.x verifies
 * @param userHandle whose it is, as the authenticator remembers; null when it does not say
 */
record Credential(Buffer id, @Nullable Buffer userHandle, JsonObject json) {
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]*+");
  private static final int LONGEST_ID = 1023;
  private static final int LONGEST = 64 * 1024;
  private static final int LONGEST_HANDLE = 64;
  private static final int MOST_TRANSPORTS = 16;
  private static final int LONGEST_TRANSPORT = 32;

  /** Of a passkey that was just made. */
  static Credential created(JsonFields request) {
    JsonFields fields = request.object("credential");
    JsonFields response = fields.object("response");
    JsonObject given = new JsonObject()
        .put("clientDataJSON", bytes(response, "clientDataJSON"))
        .put("attestationObject", bytes(response, "attestationObject"));
    @Nullable List<String> transports = response.strings("transports", MOST_TRANSPORTS);
    if (transports != null) {
      if (transports.stream().anyMatch(transport -> transport.length() > LONGEST_TRANSPORT)) {
        response.error(
            "transports", "must be words of at most " + LONGEST_TRANSPORT + " characters");
      }
      given.put("transports", new JsonArray(transports));
    }
    return of(fields, null, given);
  }

  /** Of a passkey that has signed. */
  static Credential signed(JsonFields request) {
    JsonFields fields = request.object("credential");
    JsonFields response = fields.object("response");
    JsonObject given = new JsonObject()
        .put("clientDataJSON", bytes(response, "clientDataJSON"))
        .put("authenticatorData", bytes(response, "authenticatorData"))
        .put("signature", bytes(response, "signature"));
    @Nullable String handle = optionalBytes(response, "userHandle", LONGEST_HANDLE);
    return of(fields, handle == null ? null : decoded(handle), given);
  }

  static String encoded(Buffer bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.getBytes());
  }

  static Buffer decoded(String text) {
    return Buffer.buffer(Base64.getUrlDecoder().decode(text));
  }

  private static Credential of(
      JsonFields fields, @Nullable Buffer userHandle, JsonObject response) {
    String id = bytes(fields, "id", LONGEST_ID);
    if (!"public-key".equals(fields.string("type"))) {
      fields.error("type", "must be public-key");
    }
    JsonObject json = new JsonObject()
        .put("id", id)
        .put("rawId", id)
        .put("type", "public-key")
        .put("response", response);
    return new Credential(decoded(id), userHandle, json);
  }

  private static String bytes(JsonFields fields, String name) {
    return bytes(fields, name, LONGEST);
  }

  /** Empty when they are missing or not readable, which is an error. */
  private static String bytes(JsonFields fields, String name, int most) {
    fields.required(name);
    @Nullable String text = optionalBytes(fields, name, most);
    return text == null ? "" : text;
  }

  /** In base 64 with the alphabet for addresses, without padding. */
  private static @Nullable String optionalBytes(JsonFields fields, String name, int most) {
    @Nullable String text = fields.string(name);
    if (text == null) {
      return null;
    }
    if (!BASE64URL.matcher(text).matches() || text.length() % 4 == 1) {
      fields.error(name, "must be base64url without padding");
      return null;
    }
    if (text.length() > (most * 4L + 2) / 3) {
      fields.error(name, "must be at most " + most + " bytes");
      return null;
    }
    return text;
  }
}
