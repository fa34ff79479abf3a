package io.causerie.core;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Time-sortable 64-bit ids: 42 bits of milliseconds since 2000-01-01, then 22 random bits. Outside
 * the service an id is 13 characters of Crockford's base 32.
 */
public final class Id {
  /** What {@link #parse} answers for a string that is not an id. */
  public static final long NONE = -1;

  private static final int RANDOM_BITS = 22;
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = FIRST.plusMillis(Long.MAX_VALUE >> RANDOM_BITS);
  private static final int LENGTH = 13;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private Id() {}

  /** A new id for something that came to be at that time; two calls for one time differ. */
  public static long at(Instant time) {
    return firstAt(time) | ThreadLocalRandom.current().nextInt(1 << RANDOM_BITS);
  }

  /** The smallest id that something of that time can have; a time out of our range is taken as its end. */
  public static long firstAt(Instant time) {
    Instant known = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    return (known.toEpochMilli() - FIRST.toEpochMilli()) << RANDOM_BITS;
  }

  public static String format(long id) {
    char[] text = new char[LENGTH];
    for (int i = LENGTH - 1, shift = 0; i >= 0; i--, shift += 5) {
      text[i] = ALPHABET.charAt((int) (id >>> shift) & 31);
    }
    return new String(text);
  }

  /** The id that was written so, in either case; {@link #NONE} when it is none of ours. */
  public static long parse(String text) {
    if (text.length() != LENGTH) {
      return NONE;
    }
    long id = 0;
    for (int i = 0; i < LENGTH; i++) {
      int digit = ALPHABET.indexOf(Character.toUpperCase(text.charAt(i)));
      if (digit < 0 || (i == 0 && digit > 7)) {
        return NONE;
      }
      id = id << 5 | digit;
    }
    return id;
  }
}
