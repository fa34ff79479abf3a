package io.causerie.account;

import io.causerie.core.Id;
import io.causerie.http.Problem;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Row;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The caller of a request.
 *
 * @param permissions on the site that the request names
 * @param author null for a viewer who has not written on this site yet
 * @param actor null for a viewer who is neither a member of the team nor one of its programs
 */
public record Viewer(Set<Permission> permissions, @Nullable Author author, @Nullable Actor actor) {
  public static final Viewer ANONYMOUS = new Viewer(Set.of(), null, null);
  static final Viewer ADMIN = new Viewer(Role.OWNER.permissions(), null, Actor.ADMIN);

  static Viewer reader(Author author) {
    return new Viewer(Set.of(), author, null);
  }

  /** Of a row with {@code role}, {@code account_id}, {@code account_name} and {@code author_id}. */
  static Viewer member(Row row) {
    long accountId = row.getLong("account_id");
    String name = row.getString("account_name");
    return new Viewer(
        Role.of(row.getString("role")).permissions(),
        new Author(row.getLong("author_id"), name, Author.ACCOUNT),
        new Actor("account:" + Id.format(accountId), name, accountId));
  }

  /** The viewer that {@link Viewers} recognised. */
  public static Viewer of(RoutingContext ctx) {
    return ctx.get(Viewers.VIEWER, ANONYMOUS);
  }

  public boolean isAnonymous() {
    return author == null && actor == null;
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  public boolean wrote(long authorId) {
    return author != null && author.id() == authorId;
  }

  public boolean is(long accountId) {
    Long own = actor == null ? null : actor.accountId();
    return own != null && own == accountId;
  }

  /** The actor that the log will name. Fails with FORBIDDEN for a reader. */
  public Actor acting() {
    if (actor == null) {
      throw Problem.forbidden("this is for the team of the site");
    }
    return actor;
  }
}
