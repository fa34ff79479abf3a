package io.causerie.team;

import io.causerie.account.Permission;
import io.causerie.account.Role;
import io.causerie.account.Viewer;
import io.causerie.core.Id;
import io.causerie.http.JsonFields;
import io.causerie.http.OwnOrigin;
import io.causerie.http.Params;
import io.causerie.site.Site;
import io.causerie.team.MemberStore.Member;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of a site's team and their open invitations. */
public final class TeamHandlers {
  private final MemberStore members;
  private final InvitationStore invitations;
  private final OwnOrigin own;

  public TeamHandlers(MemberStore members, InvitationStore invitations, OwnOrigin own) {
    this.members = members;
    this.invitations = invitations;
    this.own = own;
  }

  /** Only a viewer who may invite sees invitations. */
  public Future<JsonObject> list(RoutingContext ctx) {
    Viewer viewer = Viewer.of(ctx);
    String site = Site.of(ctx).id();
    Future<List<Member>> team = members.list(site);
    Future<List<Invitation>> open =
        viewer.may(Permission.TEAM) ? invitations.list(site) : Future.succeededFuture(List.of());
    return Future.all(team, open).map(both -> new JsonObject()
        .put("members", array(team.result().stream().map(member -> json(member, viewer))))
        .put("invitations", array(open.result().stream().map(Invitation::toJson))));
  }

  public Future<JsonObject> invite(RoutingContext ctx) {
    Role role = role(ctx);
    String site = Site.of(ctx).id();
    return invitations.create(site, role, Viewer.of(ctx).acting()).map(created -> {
      ctx.response().setStatusCode(201);
      return new JsonObject()
          .put("invitation", created.invitation().toJson())
          .put("link", InvitationLinks.link(own.of(ctx.request()), created.token()));
    });
  }

  public Future<Void> uninvite(RoutingContext ctx) {
    long id = Id.parse(Params.path(ctx, "id"));
    return invitations.remove(Site.of(ctx).id(), id, Viewer.of(ctx).acting());
  }

  public Future<JsonObject> changeRole(RoutingContext ctx) {
    Role role = role(ctx);
    Viewer viewer = Viewer.of(ctx);
    long id = Id.parse(Params.path(ctx, "id"));
    return members
        .changeRole(Site.of(ctx).id(), id, role, viewer.acting())
        .map(member -> new JsonObject().put("member", json(member, viewer)));
  }

  public Future<Void> remove(RoutingContext ctx) {
    long id = Id.parse(Params.path(ctx, "id"));
    return members.remove(Site.of(ctx).id(), id, Viewer.of(ctx).acting());
  }

  private static Role role(RoutingContext ctx) {
    JsonFields json = Params.body(ctx);
    String word = json.required("role");
    boolean isKnown =
        List.of(Role.values()).stream().anyMatch(role -> role.word().equals(word));
    if (!isKnown) {
      json.error("role", "must be moderator or owner");
    }
    json.check();
    return Role.of(word);
  }

  private static JsonObject json(Member member, Viewer viewer) {
    @Nullable Instant lastSeenAt = member.lastSeenAt();
    return new JsonObject()
        .put("id", Id.format(member.id()))
        .put("name", member.name())
        .put("role", member.role().word())
        .put("since", member.since().toString())
        .put("lastSeenAt", lastSeenAt == null ? null : lastSeenAt.toString())
        .put("you", viewer.is(member.id()));
  }

  private static JsonArray array(Stream<JsonObject> all) {
    return new JsonArray(all.toList());
  }
}
