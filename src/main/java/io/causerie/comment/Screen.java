package io.causerie.comment;

import io.causerie.account.Viewer;
import io.causerie.site.Site;
import io.vertx.core.Future;
import java.util.Optional;

/** An automatic check of a new comment. */
@FunctionalInterface
public interface Screen {
  /** Why the comment must wait for a moderator; empty when this screen has nothing against it. */
  Future<Optional<String>> verdict(Site site, Viewer author, NewComment comment);
}
