package io.causerie.posting;

import io.causerie.account.Author;
import io.causerie.comment.Comment;
import io.causerie.core.Token;
import io.causerie.http.Problem;
import io.causerie.posting.RefusalStore.Earlier;
import io.causerie.posting.RefusalStore.Refusal;
import io.causerie.screening.Judgement;
import io.causerie.screening.PostingContext;
import io.causerie.screening.Screening;
import io.causerie.secret.Secrets;
import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Posts a comment: renders it, looks up what is known, screens it, and stores it. */
public final class PostComment {
  /** The tries against another post that makes the same thread at the same moment. */
  private static final int TRIES = 3;

  private final Rendering rendering;
  private final PostingContextStore contexts;
  private final Screening screening;
  private final CommentStore comments;
  private final GuestTokens tokens;
  private final FormStamps stamps;

  public PostComment(
      Rendering rendering,
      PostingContextStore contexts,
      Screening screening,
      CommentStore comments,
      Secrets secrets) {
    this.rendering = rendering;
    this.contexts = contexts;
    this.screening = screening;
    this.comments = comments;
    this.tokens = new GuestTokens(secrets);
    this.stamps = new FormStamps(secrets);
  }

  /**
   * Fails with THREAD_CLOSED, PARENT_GONE, IDEMPOTENCY_MISMATCH, TOO_MANY_REQUESTS in slow mode,
   * INVALID for a body that renders to too much, or the problem of a screen that refuses. A repetition
   * by another caller than the first is answered without the token.
   */
  public Future<Posted> run(Submission submission) {
    return rendering
        .render(submission.author().name(), submission.comment().body())
        .compose(text -> lookUp(submission, text))
        .compose(this::screen)
        .compose(prepared -> store(prepared, TRIES));
  }

  private Future<Prepared> lookUp(Submission submission, RenderedText text) {
    String stamp = submission.comment().form().stamp();
    Future<PostingContext> context = contexts.find(submission, text.fingerprint());
    Future<@Nullable Instant> formOpened = stamps.read(submission.site().id(), stamp);
    Future<@Nullable Token> newToken = tokens.of(submission);
    return Future.all(context, formOpened, newToken)
        .map(all -> new Prepared(
            submission,
            text,
            context.result(),
            formOpened.result(),
            newToken.result(),
            Judgement.UNSCREENED));
  }

  /**
   * What was taken before is answered as it was then, without asking the screens again. The team's
   * own comments are not screened.
   */
  private Future<Prepared> screen(Prepared prepared) {
    if (prepared.context().answered()) {
      return Future.succeededFuture(prepared);
    }
    Future<Judgement> judgement = prepared.isOfTeam()
        ? Future.succeededFuture(Judgement.APPROVED)
        : screening.judge(prepared.candidate());
    return judgement.map(prepared::judged);
  }

  private Future<Posted> store(Prepared prepared, int tries) {
    return comments
        .insert(prepared)
        .compose(stored -> stored.isPresent()
            ? Future.succeededFuture(posted(prepared, stored.get()))
            : comments.refusal(prepared).compose(refusal -> answer(prepared, refusal, tries)));
  }

  private static Posted posted(Prepared prepared, Comment comment) {
    return new Posted(
        comment,
        prepared.judgement().answered(),
        prepared.submission().author(),
        prepared.newToken(),
        false);
  }

  private Future<Posted> answer(Prepared prepared, Refusal refusal, int tries) {
    Earlier earlier = refusal.earlier();
    if (earlier != null) {
      return replay(prepared.submission(), earlier);
    }
    if (refusal.closed()) {
      return Future.failedFuture(Problem.threadClosed());
    }
    if (prepared.submission().comment().parentId() != null && !refusal.parentStands()) {
      return Future.failedFuture(Problem.parentGone());
    }
    Problem wait = refusal.wait(prepared);
    if (wait != null) {
      return Future.failedFuture(wait);
    }
    return tries > 1
        ? store(prepared, tries - 1)
        : Future.failedFuture(Problem.conflict("others are posting here; please try again"));
  }

  private Future<Posted> replay(Submission submission, Earlier earlier) {
    if (!earlier.requestDigest().equals(submission.digest())) {
      return Future.failedFuture(Problem.idempotencyMismatch());
    }
    Comment comment = earlier.comment();
    Author author = new Author(comment.authorId(), comment.authorName(), comment.authorKind());
    return tokens
        .of(submission, comment.id())
        .map(again -> new Posted(
            comment, earlier.answered(), author, earlier.isOf(again) ? again : null, true));
  }
}
