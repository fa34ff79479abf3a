package io.causerie.cache;

/** What things take in the heap of a 64-bit JVM, in bytes and rather too much than too little. */
public final class Sizes {
  /** An object with a few fields. */
  public static final int OBJECT = 48;

  private static final int STRING = 56;

  private Sizes() {}

  public static int of(String text) {
    return STRING + 2 * text.length();
  }

  public static int ofAll(Iterable<String> texts) {
    int bytes = OBJECT;
    for (String text : texts) {
      bytes += of(text) + Long.BYTES;
    }
    return bytes;
  }
}
