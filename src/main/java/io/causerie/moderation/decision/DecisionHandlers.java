package io.causerie.moderation.decision;

import io.causerie.account.Actor;
import io.causerie.account.Viewer;
import io.causerie.comment.StatusStore;
import io.causerie.comment.StatusStore.Outcome;
import io.causerie.http.Params;
import io.causerie.site.Site;
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
  private final StatusStore statuses;

  public DecisionHandlers(StatusStore statuses) {
    this.statuses = statuses;
  }

  public Future<JsonObject> decide(RoutingContext ctx) {
    Actor actor = Viewer.of(ctx).acting();
    String site = Site.of(ctx).id();
    DecisionRequest request = DecisionRequest.from(Params.body(ctx));
    return statuses
        .change(request.change(site, actor))
        .compose(outcomes -> outcomes.isEmpty()
            ? statuses.known(site, request.ids()).compose(known -> {
              throw request.unknown(known);
            })
            : Future.succeededFuture(answer(request, outcomes)));
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
