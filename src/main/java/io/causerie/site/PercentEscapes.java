package io.causerie.site;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-escapes of a URL in the one way RFC 3986 calls normal. */
final class PercentEscapes {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNRESERVED_MARKS = "-._~";
  private static final String OTHERS_ALLOWED = "/?:@!$&'()*+,;=";

  private PercentEscapes() {}

  /** Decodes what needs no escape, escapes what does, and writes the rest in upper case. */
  static String canonical(String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    var out = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (isEscape(bytes, i)) {
        int escaped =
            (HexFormat.fromHexDigit(bytes[i + 1]) << 4) | HexFormat.fromHexDigit(bytes[i + 2]);
        append(out, (byte) escaped, isUnreserved(escaped));
        i += 2;
      } else {
        append(out, bytes[i], isUnreserved(bytes[i]) || OTHERS_ALLOWED.indexOf(bytes[i]) >= 0);
      }
    }
    return out.toString();
  }

  private static boolean isEscape(byte[] bytes, int i) {
    return bytes[i] == '%'
        && i + 2 < bytes.length
        && HexFormat.isHexDigit(bytes[i + 1])
        && HexFormat.isHexDigit(bytes[i + 2]);
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED_MARKS.indexOf(c) >= 0;
  }

  private static void append(StringBuilder out, byte value, boolean plain) {
    if (plain) {
      out.append((char) value);
    } else {
      HEX.toHexDigits(out.append('%'), value);
    }
  }
}
