package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every failure as {@code application/problem+json}. Only failures of ours are logged, once,
 * under a reference that the caller sees too.
 */
public final class ProblemHandler implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
  private static final List<Integer> STATUSES_OF_THE_ROUTER =
      List.of(400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 431, 500, 501, 502, 503);

  private final Gate gate;
  private final Problems problems;

  /** @param isOutage which failures say that the database is away */
  public ProblemHandler(Gate gate, Predicate<Throwable> isOutage) {
    this.gate = gate;
    this.problems = new Problems(isOutage);
  }

  /**
   * Makes this the answer to all failures; to be called after every route is added.
   *
   * @param files whether a path is that of a file, beside the routes
   */
  public void install(Router router, Predicate<String> files) {
    AllowedMethods allowed = AllowedMethods.of(router, files);
    STATUSES_OF_THE_ROUTER.forEach(status -> router.errorHandler(status, this));
    List.of(404, 405)
        .forEach(status -> router.errorHandler(status, ctx -> handleUnmatched(ctx, allowed)));
    router.route().failureHandler(this);
  }

  private void handleUnmatched(RoutingContext ctx, AllowedMethods allowed) {
    @Nullable String path = ctx.normalizedPath();
    Set<String> methods = path == null ? Set.of() : allowed.at(path);
    if (ctx.failure() != null || methods.contains(ctx.request().method().name())) {
      handle(ctx);
    } else if (methods.isEmpty()) {
      answer(ctx, Problem.notFound("address"));
    } else {
      ctx.response().putHeader(HttpHeaders.ALLOW, String.join(", ", methods));
      answer(ctx, Problem.methodNotAllowed());
    }
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerResponse response = ctx.response();
    if (response.ended() || response.closed()) {
      // A deadline has answered already, or the client has gone.
      LOG.debug("failure after the answer", ctx.failure());
      return;
    }
    Problem problem = problem(ctx);
    if (problem.code() == Problem.Code.UNAVAILABLE) {
      gate.refusals().count(Refusals.Reason.OVERLOAD, gate.addresses().of(ctx.request()));
    }
    if (response.headWritten()) {
      reset(response);
    } else {
      answer(ctx, problem);
    }
  }

  private Problem problem(RoutingContext ctx) {
    @Nullable Throwable failure = ctx.failure();
    @Nullable
    Problem problem = failure == null ? Problems.of(ctx.statusCode()) : problems.of(failure);
    return problem == null ? unknown(ctx, failure) : problem;
  }

  private static Problem unknown(RoutingContext ctx, @Nullable Throwable failure) {
    String reference =
        String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
    @Nullable
    String route = ctx.currentRoute() == null ? null : ctx.currentRoute().getPath();
    LOG.error("failure {} in {} {}", reference, ctx.request().method(), route, failure);
    return Problem.internal(reference);
  }

  private static void answer(RoutingContext ctx, Problem problem) {
    ProblemAnswer.send(ctx.response(), problem).onFailure(gone -> LOG.debug("{}", gone.toString()));
  }

  /** Half an answer must not look like a whole one. */
  private static void reset(HttpServerResponse response) {
    response.reset().onFailure(gone -> LOG.debug("{}", gone.toString()));
  }
}
