package io.causerie.screening;

import io.causerie.http.Problem;
import java.time.temporal.ChronoUnit;

/**
 * Refuses banned authors and networks; under a shadow ban the comment is stored and its author is not
 * told.
 */
public final class Ban implements Screen {
  @Override
  public String name() {
    return "ban";
  }

  @Override
  public String explanation(String detail) {
    return "A shadow ban is in force: only its author sees the comment.";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    PostingContext.Ban ban = candidate.standing().ban();
    if (ban == null) {
      return Verdict.PASS;
    }
    return ban.shadow() ? Verdict.shadow() : Verdict.refuse(Problem.forbidden(told(ban)));
  }

  private static String told(PostingContext.Ban ban) {
    String until =
        ban.until() == null ? "" : " until " + ban.until().truncatedTo(ChronoUnit.SECONDS);
    String reason = ban.reason().isBlank() ? "" : ": " + ban.reason();
    return "you cannot write on this site" + until + reason;
  }
}
