package io.causerie.comment;

import io.causerie.db.Sha256;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether two texts say the same.
 *
 * @param digest equal for texts that differ in case, spacing, punctuation and look-alikes only
 * @param simhash differs in few bits for texts that are nearly equal (M. Charikar, 2002); null for one
 *     too short to mean it
 */
public record Fingerprint(Buffer digest, @Nullable Long simhash) {
  private static final int FEWEST_SHINGLES = 12;
  private static final String PARTS = "[" + FoldedText.INNER + FoldedText.BREAK + "]";

  public static Fingerprint of(String body) {
    String folded = FoldedText.of(body);
    String said = folded.replaceAll(PARTS, "");
    List<String> shingles = shingles(folded);
    return new Fingerprint(
        Sha256.of(said.isEmpty() ? body : said),
        shingles.size() < FEWEST_SHINGLES ? null : simhash(shingles));
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

  /** Each bit is what most shingles have there. */
  private static long simhash(List<String> shingles) {
    int[] balances = new int[Long.SIZE];
    for (String shingle : shingles) {
      long hash = hash(shingle);
      for (int bit = 0; bit < Long.SIZE; bit++) {
        balances[bit] += ((hash >>> bit) & 1) == 1 ? 1 : -1;
      }
    }
    long simhash = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      simhash |= balances[bit] > 0 ? 1L << bit : 0;
    }
    return simhash;
  }

  /** FNV-1a, then the finaliser of MurmurHash3 so that short texts differ in all bits. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
