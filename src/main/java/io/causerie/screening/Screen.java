package io.causerie.screening;

/** An automatic check of a comment before it is stored. Runs off the event loop; must not wait for anything. */
public interface Screen {
  /** What it is called in the reasons of a comment. */
  String name();

  Verdict verdict(Candidate candidate);

  /**
   * A sentence for moderators: why this screen has something against a comment.
   *
   * @param detail of its verdict; empty when there was none
   */
  default String explanation(String detail) {
    return explanation(name(), detail);
  }

  /** The sentence of a screen that has none of its own. */
  static String explanation(String name, String detail) {
    return detail.isEmpty() ? "Held by “" + name + "”." : name + ": " + detail;
  }
}
