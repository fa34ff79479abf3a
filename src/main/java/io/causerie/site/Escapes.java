package io.causerie.site;

import java.nio.charset.StandardCharsets;

/** Percent escapes in their canonical form: RFC 3986 §6.2.2, unreserved characters bare, hex in capitals. */
final class Escapes {
  private static final String HEX = "0123456789ABCDEF";
  private static final String BARE = "-._~!$&'()*+,;=:@/?";

  private Escapes() {}

  static String canonical(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder canonical = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] & 0xFF;
      int escaped = value == '%' ? escaped(bytes, i) : -1;
      if (escaped >= 0) {
        append(canonical, escaped, isUnreserved(escaped));
        i += 2;
      } else {
        append(canonical, value, isUnreserved(value) || BARE.indexOf(value) >= 0);
      }
    }
    return canonical.toString();
  }

  private static void append(StringBuilder canonical, int value, boolean bare) {
    if (bare) {
      canonical.append((char) value);
    } else {
      canonical.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
    }
  }

  /** The byte that is escaped there, -1 when the percent sign stands for itself. */
  private static int escaped(byte[] bytes, int percent) {
    if (percent + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit((char) bytes[percent + 1], 16);
    int low = Character.digit((char) bytes[percent + 2], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static boolean isUnreserved(int value) {
    return value < 128 && (Character.isLetterOrDigit(value) || "-._~".indexOf(value) >= 0);
  }
}
