package io.causerie.flag;

import io.causerie.account.Actor;
import io.causerie.account.Author;
import io.causerie.account.Viewer;
import io.causerie.comment.Status;
import io.causerie.comment.StatusChange;
import io.causerie.comment.StatusStore;
import io.causerie.core.Id;
import io.causerie.http.Problem;
import io.causerie.secret.Secrets;
import io.causerie.site.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Flags a comment, and holds it once readers of enough weight have. */
public final class FlagComment {
  private static final Actor RULE = Actor.system("flags");

  private final FlagStore flags;
  private final StatusStore statuses;
  private final Secrets secrets;

  public FlagComment(FlagStore flags, StatusStore statuses, Secrets secrets) {
    this.flags = flags;
    this.statuses = statuses;
    this.secrets = secrets;
  }

  /**
   * Fails with NOT_FOUND for what the public does not see, with CONFLICT for one's own comment, and
   * with FORBIDDEN for a banned viewer.
   */
  Future<Void> run(Report report) {
    return viewerHash(report)
        .compose(viewer -> flags.add(report, viewer))
        .compose(fate -> switch (fate) {
          case TAKEN -> holdIfEnough(report);
          case UNKNOWN -> Future.failedFuture(Problem.notFound("comment"));
          case OWN -> Future.failedFuture(Problem.conflict("this comment is your own"));
          case BANNED -> Future.failedFuture(Problem.forbidden("you are banned from this site"));
        });
  }

  /** The same for each flag of one viewer; without a token all who share the address are one viewer. */
  private Future<Buffer> viewerHash(Report report) {
    Viewer viewer = report.viewer();
    Author author = viewer.author();
    if (author != null) {
      return secrets.mac("flag of author", Buffer.buffer(Id.format(author.id())));
    }
    return viewer.actor() != null
        ? secrets.mac("flag of actor", Buffer.buffer(viewer.actor().id()))
        : secrets.mac("flag of network", report.network().addressHash());
  }

  /** After the flag is committed: of two flags at once, the later sum then includes both. */
  private Future<Void> holdIfEnough(Report report) {
    int enough = report.site().settings().get(SiteSettings.FLAGS_TO_HOLD);
    if (enough == 0) {
      return Future.succeededFuture();
    }
    return flags
        .weight(report.commentId())
        .compose(weight -> weight < enough
            ? Future.succeededFuture()
            : hold(report, weight, enough).mapEmpty());
  }

  /** Unless a decision has settled flags meanwhile. */
  private Future<List<StatusStore.Outcome>> hold(Report report, long weight, int enough) {
    return statuses.change(new StatusChange(
        report.site().id(),
        List.of(report.commentId()),
        Status.PENDING,
        Status.APPROVED,
        RULE,
        null,
        "flags:" + weight,
        null,
        false,
        false,
        enough));
  }
}
