package io.causerie.posting;

import io.causerie.account.Actor;
import io.causerie.account.Author;
import io.causerie.account.Network;
import io.causerie.account.Permission;
import io.causerie.comment.Comment;
import io.causerie.core.Id;
import io.causerie.core.Token;
import io.causerie.http.Problem;
import io.causerie.posting.RefusalStore.Earlier;
import io.causerie.posting.RefusalStore.Refusal;
import io.causerie.screening.Candidate;
import io.causerie.screening.Judgement;
import io.causerie.screening.PostingContext;
import io.causerie.screening.Screening;
import io.causerie.secret.Secrets;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Posts a comment: screens it, renders its body and stores it with its counts and its event. */
public final class PostComment {
  /** The tries against another post that makes the same thread at the same moment. */
  private static final int TRIES = 3;

  private final Rendering rendering;
  private final PostingContextStore standings;
  private final Screening screening;
  private final CommentStore comments;
  private final Secrets secrets;
  private final FormStamps stamps;

  public PostComment(
      Rendering rendering,
      PostingContextStore standings,
      Screening screening,
      CommentStore comments,
      Secrets secrets) {
    this.rendering = rendering;
    this.standings = standings;
    this.screening = screening;
    this.comments = comments;
    this.secrets = secrets;
    this.stamps = new FormStamps(secrets);
  }

  /**
   * Fails with THREAD_CLOSED, PARENT_GONE, IDEMPOTENCY_MISMATCH, TOO_MANY_REQUESTS in slow mode,
   * INVALID for a body that renders to too much, or the problem of a screen that refuses. A repetition
   * by another caller than the first is answered without the token.
   */
  public Future<Posted> run(Submission posting) {
    long id = Id.at(posting.at());
    Author author = author(posting);
    Buffer digest = RequestDigest.of(posting);
    Future<RenderedText> text =
        rendering.render(author.name(), posting.comment().body());
    return Future.all(
            text,
            text.compose(rendered -> standings.find(posting, rendered.fingerprint())),
            stamps.read(posting.site().id(), posting.comment().form().stamp()),
            newToken(posting, digest, id))
        .compose(parts -> judge(posting, candidate(posting, author, parts))
            .map(judgement -> new Prepared(
                id,
                posting,
                isSlow(posting, parts.resultAt(1)),
                author,
                parts.resultAt(3),
                parts.resultAt(0),
                judgement,
                digest)))
        .compose(draft -> store(draft, TRIES));
  }

  private static Candidate candidate(Submission posting, Author author, CompositeFuture parts) {
    RenderedText text = parts.resultAt(0);
    NewComment comment = posting.comment();
    return new Candidate(
        posting.site().settings(),
        new Candidate.Text(author.name(), comment.body(), text.html()),
        new Candidate.Form(
            comment.form().stamp() != null, parts.resultAt(2), comment.form().website()),
        parts.resultAt(1),
        posting.at());
  }

  /** The team need not wait. */
  private static boolean isSlow(Submission posting, PostingContext standing) {
    return standing.thread().slowModeSeconds() > 0 && !posting.viewer().may(Permission.MODERATE);
  }

  /**
   * What was taken before is answered as it was then, whatever the screens would say now. The team's
   * own comments are not screened.
   */
  private Future<Judgement> judge(Submission posting, Candidate candidate) {
    if (candidate.standing().answered()) {
      return Future.succeededFuture(Judgement.UNSCREENED);
    }
    return posting.viewer().may(Permission.MODERATE)
        ? Future.succeededFuture(Judgement.APPROVED)
        : screening.judge(candidate);
  }

  /**
   * With an idempotency key the token can be made again for the same request of the same caller and the
   * comment that it made, and only for them.
   */
  private Future<@Nullable Token> newToken(Submission posting, Buffer digest, long commentId) {
    if (posting.viewer().author() != null) {
      return Future.succeededFuture();
    }
    String key = posting.idempotencyKey();
    if (key == null) {
      return Future.succeededFuture(Token.random());
    }
    String purpose = String.join(
        "\0", "guest token", posting.site().id(), key, String.valueOf(commentId), caller(posting));
    return secrets.mac(purpose, digest).map(bytes -> Token.of(bytes.getBytes()));
  }

  /** A caller without a token is told apart by the network. */
  private static String caller(Submission posting) {
    Actor actor = posting.viewer().actor();
    Network network = posting.network();
    if (actor != null) {
      return "actor " + actor.id();
    }
    return network == null ? "" : HexFormat.of().formatHex(network.addressHash().getBytes());
  }

  private static Author author(Submission posting) {
    Author known = posting.viewer().author();
    String name = posting.comment().authorName();
    if (known == null) {
      return new Author(Id.at(posting.at()), name == null ? "" : name, Author.GUEST);
    }
    return name == null ? known : new Author(known.id(), name, known.kind());
  }

  private Future<Posted> store(Prepared draft, int tries) {
    return comments
        .insert(draft)
        .compose(stored -> stored.isPresent()
            ? Future.succeededFuture(new Posted(
                stored.get(),
                draft.judgement().answered(),
                draft.author(),
                draft.newToken(),
                false))
            : comments.refusal(draft.posting()).compose(refusal -> answer(draft, refusal, tries)));
  }

  private Future<Posted> answer(Prepared draft, Refusal refusal, int tries) {
    Earlier earlier = refusal.earlier();
    if (earlier != null) {
      return replay(draft, earlier);
    }
    if (refusal.closed()) {
      return Future.failedFuture(Problem.threadClosed());
    }
    if (draft.posting().comment().parentId() != null && !refusal.parentStands()) {
      return Future.failedFuture(Problem.parentGone());
    }
    Problem wait = refusal.wait(draft);
    if (wait != null) {
      return Future.failedFuture(wait);
    }
    return tries > 1
        ? store(draft, tries - 1)
        : Future.failedFuture(Problem.conflict("others are posting here; please try again"));
  }

  private Future<Posted> replay(Prepared draft, Earlier earlier) {
    if (!earlier.requestDigest().equals(draft.requestDigest())) {
      return Future.failedFuture(Problem.idempotencyMismatch());
    }
    Comment comment = earlier.comment();
    Author author = new Author(comment.authorId(), comment.authorName(), comment.authorKind());
    return newToken(draft.posting(), draft.requestDigest(), comment.id())
        .map(again -> new Posted(
            comment, earlier.answered(), author, earlier.isOf(again) ? again : null, true));
  }
}
