package io.causerie.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a supervisor whether the process runs and whether it can do its work. */
public final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final String UP = "up";
  private static final String DOWN = "down";

  private final Supplier<Future<String>> database;

  /** The supplier asks the database something small; it is called once a second at most. */
  public Health(Supplier<Future<Void>> database) {
    this(database, Duration.ofSeconds(2));
  }

  Health(Supplier<Future<Void>> database, Duration deadline) {
    this.database = new EverySecond<>(() -> Future.succeededFuture()
        .compose(start -> database.get())
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .map(UP)
        .otherwise(Health::down));
  }

  public Future<Void> live(RoutingContext ctx) {
    return answer(ctx, 200, new JsonObject().put("status", UP));
  }

  /** Status 503 when the database does not answer in time; why is said in the log only. */
  public Future<Void> ready(RoutingContext ctx) {
    return database
        .get()
        .compose(state -> answer(
            ctx,
            state.equals(UP) ? 200 : 503,
            new JsonObject()
                .put("status", state)
                .put("checks", new JsonObject().put("database", state))));
  }

  private static String down(Throwable failure) {
    LOG.warn("not ready: {}", failure.toString());
    return DOWN;
  }

  private static Future<Void> answer(RoutingContext ctx, int status, JsonObject body) {
    return ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(body.toBuffer());
  }
}
