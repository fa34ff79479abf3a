package io.causerie.posting;

import io.causerie.account.Permission;
import io.causerie.core.Token;
import io.causerie.screening.Candidate;
import io.causerie.screening.Judgement;
import io.causerie.screening.PostingContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission with everything that storing it needs.
 *
 * @param context what is known of its author, its network and its thread
 * @param formOpened when its form was opened; null when this is not proven
 * @param newToken of a new author; null for a known one
 */
record Prepared(
    Submission submission,
    RenderedText text,
    PostingContext context,
    @Nullable Instant formOpened,
    @Nullable Token newToken,
    Judgement judgement) {

  Prepared judged(Judgement ofScreens) {
    return new Prepared(submission, text, context, formOpened, newToken, ofScreens);
  }

  /** Whether slow mode makes its author wait between two comments; the team need not. */
  boolean slow() {
    return context.thread().slowModeSeconds() > 0 && !isOfTeam();
  }

  boolean isOfTeam() {
    return submission.viewer().may(Permission.MODERATE);
  }

  /** As the screens see it. */
  Candidate candidate() {
    NewComment comment = submission.comment();
    return new Candidate(
        submission.site().settings(),
        new Candidate.Text(submission.author().name(), comment.body(), text.html()),
        new Candidate.Form(
            comment.form().stamp() != null, formOpened, comment.form().website()),
        context,
        submission.at());
  }
}
