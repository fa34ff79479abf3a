package io.causerie.http;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on.
 *
 * @param list names the list: a cursor of another one is refused
 * @param id of the last comment shown
 * @param rank of that comment, for the best first
 */
public record Cursor(int list, long id, double rank) {
  private static final int BYTES = Integer.BYTES + Long.BYTES + Double.BYTES;

  public String encode() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES + Integer.BYTES);
    bytes.putInt(list).putLong(id).putDouble(rank);
    bytes.putInt(checksum(bytes.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Null for the beginning; a cursor that is not ours, or of another list, is an error. */
  public static @Nullable Cursor from(QueryFields query, int list) {
    String text = query.string("after");
    if (text == null) {
      return null;
    }
    Cursor cursor = decode(text);
    if (cursor == null || cursor.list != list) {
      query.error("after", "is not a cursor of this list");
    }
    return cursor;
  }

  private static @Nullable Cursor decode(String text) {
    try {
      byte[] raw = Base64.getUrlDecoder().decode(text);
      if (raw.length != BYTES + Integer.BYTES) {
        return null;
      }
      ByteBuffer bytes = ByteBuffer.wrap(raw);
      var cursor = new Cursor(bytes.getInt(), bytes.getLong(), bytes.getDouble());
      return bytes.getInt() == checksum(raw) ? cursor : null;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, BYTES);
    return (int) crc.getValue();
  }
}
