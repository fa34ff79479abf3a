package io.causerie.screening;

import io.causerie.account.Viewer;
import io.causerie.comment.NewComment;
import io.causerie.comment.Screen;
import io.causerie.site.Site;
import io.vertx.core.Future;
import java.util.Optional;

/** Holds every comment of a site whose owner wants to see each one first. */
public final class Premoderation implements Screen {
  @Override
  public Future<Optional<String>> verdict(Site site, Viewer author, NewComment comment) {
    return Future.succeededFuture(
        site.settings().premoderated() ? Optional.of("premoderation") : Optional.empty());
  }
}
