package io.causerie.account;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking.
 *
 * @param author null for who has not written on this site yet
 */
public record Viewer(Role role, @Nullable Author author) {
  public static final Viewer ANONYMOUS = new Viewer(Role.READER, null);
  static final Viewer OWNER = new Viewer(Role.OWNER, null);

  /** The viewer that {@link Viewers} recognised. */
  public static Viewer of(RoutingContext ctx) {
    return ctx.get(Viewers.VIEWER, ANONYMOUS);
  }

  public boolean isAnonymous() {
    return role == Role.READER && author == null;
  }

  public boolean wrote(long authorId) {
    return author != null && author.id() == authorId;
  }
}
