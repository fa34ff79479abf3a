package io.causerie.comment;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A JSON document of bounded size: what would make it too large is taken back. */
public final class SizedJson {
  /** What an answer with several comments has at most, unless its first one alone is larger. */
  public static final int LARGEST_PAGE = 256 * 1024;

  /** The same for the team, whose comments come with their history. */
  public static final int LARGEST_TEAM_PAGE = 1024 * 1024;

  /** Room for what closes the document: brackets and cursors. */
  private static final int TAIL = 256;

  /** Writes one document. */
  public interface Document {
    void write(SizedJson json) throws IOException;
  }

  /** Bytes whose end can be taken off. */
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes() {
      super(4096);
    }

    void truncate(int size) {
      count = size;
    }
  }

  private final Bytes bytes = new Bytes();
  private final JsonGenerator out;
  private final int most;
  private boolean full;

  private SizedJson(int most) throws IOException {
    this.out = CommentJson.generator(bytes);
    this.most = most - TAIL;
  }

  /**
   * The document as bytes.
   *
   * @param most the size at which its lists end
   */
  public static byte[] bytes(int most, Document document) {
    try {
      SizedJson json = new SizedJson(most);
      document.write(json);
      json.out.close();
      return json.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
  }

  /** To write what is not a part of a list. */
  public JsonGenerator out() {
    return out;
  }

  /** Whether something was taken back: nothing more fits. */
  public boolean isFull() {
    return full;
  }

  /** How much is written until now. */
  public int size() throws IOException {
    out.flush();
    return bytes.size();
  }

  /** Whether what was written until now fits; else no more is to be added. */
  public boolean fits() throws IOException {
    full |= size() > most;
    return !full;
  }

  /**
   * Writes the next element of a list unless it does not fit.
   *
   * @param always whether it is written regardless of its size
   */
  public boolean add(boolean always, CommentJson.Document element) throws IOException {
    if (full) {
      return false;
    }
    int start = size();
    element.write(out);
    if (fits() || always) {
      return true;
    }
    takeBack(start);
    return false;
  }

  /** Takes back what was written since it had that size: a whole element that was the last of its list. */
  public void takeBack(int size) throws IOException {
    out.flush();
    bytes.truncate(size);
  }
}
