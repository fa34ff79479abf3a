package io.causerie.comment;

/** An automatic check of a comment before it is stored. Runs off the event loop; must not wait for anything. */
public interface Screen {
  /** What it is called in the reasons of a comment. */
  String name();

  Verdict verdict(Candidate candidate);
}
