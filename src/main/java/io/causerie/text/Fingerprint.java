package io.causerie.text;

import io.causerie.core.Sha256;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether two texts say the same.
 *
 * @param digest equal for texts that differ in case, spacing, punctuation and look-alikes only
 * @param minhash for two texts differs in half as many of its bits, on average, as the part of their
 *     words that they do not share (b-bit minwise hashing: P. Li and C. König, 2010); null for a text
 *     too short to mean it
 */
public record Fingerprint(Buffer digest, @Nullable Long minhash) {
  private static final int FEWEST_SHINGLES = 12;
  private static final Pattern PARTS =
      Pattern.compile("[" + FoldedText.INNER + FoldedText.BREAK + "]");

  public static Fingerprint of(String body) {
    String folded = FoldedText.of(body);
    String said = PARTS.matcher(folded).replaceAll("");
    List<String> shingles = shingles(folded);
    return new Fingerprint(
        Sha256.of(said.isEmpty() ? body : said),
        shingles.size() < FEWEST_SHINGLES ? null : minhash(shingles));
  }

  /** The words; of scripts without spaces, each two characters side by side. */
  private static List<String> shingles(String folded) {
    List<String> shingles = new ArrayList<>();
    for (String run : folded.strip().split(String.valueOf(FoldedText.BREAK), -1)) {
      String[] parts = run.split(String.valueOf(FoldedText.INNER), -1);
      for (int i = 0; i + 1 < parts.length; i++) {
        shingles.add(parts[i] + parts[i + 1]);
      }
      if (parts.length == 1) {
        shingles.add(run);
      }
    }
    return shingles;
  }

  /** Each bit is one of the least of the shingles' hashes, by a hash function of its own. */
  private static long minhash(List<String> shingles) {
    long[] hashes = shingles.stream().mapToLong(Fingerprint::hash).distinct().toArray();
    long minhash = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      long seed = mixed(bit + 1);
      long least = Long.MAX_VALUE;
      for (long hash : hashes) {
        least = Math.min(least, mixed(hash ^ seed));
      }
      minhash |= (least & 1) << bit;
    }
    return minhash;
  }

  /** FNV-1a. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finaliser of MurmurHash3: each bit of the input changes half of the bits. */
  private static long mixed(long bits) {
    long hash = bits;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
