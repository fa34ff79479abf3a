package io.causerie.signin.totp;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A new secret as an authenticator app takes it.
 *
 * @param issuer whose codes they are: what the app shows above the account's name
 */
public record TotpOffer(Buffer secret, String issuer, String account) {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  public JsonObject toJson() {
    QrPicture picture = QrPicture.of(uri());
    return new JsonObject()
        .put("secret", base32())
        .put("uri", uri())
        .put("qr", new JsonObject().put("size", picture.size()).put("path", picture.path()));
  }

  /** SHA-1, six digits and thirty seconds are what an app takes when it is not told. */
  String uri() {
    return "otpauth://totp/" + escaped(issuer) + ":" + escaped(account) + "?secret=" + base32()
        + "&issuer=" + escaped(issuer);
  }

  /** Base 32 of RFC 4648. Twenty bytes need no padding. */
  String base32() {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte octet : secret.getBytes()) {
      held = (held << Byte.SIZE) | (octet & 0xff);
      for (bits += Byte.SIZE; bits >= 5; bits -= 5) {
        text.append(ALPHABET.charAt((held >>> (bits - 5)) & 31));
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A secret never reaches a log by accident. */
  @Override
  public String toString() {
    return "TotpOffer[…]";
  }
}
