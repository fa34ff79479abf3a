package io.causerie.moderation;

import io.causerie.account.Actor;
import io.causerie.account.Viewer;
import io.causerie.comment.StatusStore;
import io.causerie.comment.StatusStore.Outcome;
import io.causerie.http.Params;
import io.causerie.site.SiteStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Deciding about comments. */
public final class DecisionHandlers {
  private final SiteStore sites;
  private final StatusStore statuses;

  public DecisionHandlers(SiteStore sites, StatusStore statuses) {
    this.sites = sites;
    this.statuses = statuses;
  }

  public Future<JsonObject> decide(RoutingContext ctx) {
    Actor actor = Viewer.of(ctx).acting();
    return sites.find(Params.path(ctx, "site")).compose(site -> {
      DecisionRequest request = DecisionRequest.from(Params.body(ctx));
      return statuses
          .change(request.change(site.id(), actor))
          .compose(outcomes -> outcomes.isEmpty()
              ? statuses.known(site.id(), request.ids()).compose(known -> {
                throw request.unknown(known);
              })
              : Future.succeededFuture(answer(request, outcomes)));
    });
  }

  private static JsonObject answer(DecisionRequest request, List<Outcome> outcomes) {
    Map<Long, Outcome> idToOutcome =
        outcomes.stream().collect(Collectors.toMap(Outcome::id, Function.identity()));
    return new JsonObject()
        .put(
            "results",
            new JsonArray(request.ids().stream()
                .map(idToOutcome::get)
                .map(Objects::requireNonNull)
                .map(request::result)
                .toList()));
  }
}
