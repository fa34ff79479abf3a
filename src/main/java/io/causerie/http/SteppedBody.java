package io.causerie.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Writes a large body in steps, each when the one before has left: what a slow reader holds of it in
 * direct memory is one step. The connection of a client that has not taken all of it in time is cut.
 */
public final class SteppedBody {
  static final int STEP = 16 * 1024;
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final RoutingContext ctx;
  private final HttpServerResponse response;
  private final Buffer body;
  private final boolean isLast;
  private final Promise<Void> taken = Promise.promise();
  private int place;

  private SteppedBody(RoutingContext ctx, Buffer body, boolean isLast) {
    this.ctx = ctx;
    this.response = ctx.response();
    this.body = body;
    this.isLast = isLast;
  }

  /** The whole body of the answer, whose length is told; HEAD gets none of it. */
  public static Future<Void> send(RoutingContext ctx, Buffer body) {
    return send(ctx, body, DEADLINE);
  }

  static Future<Void> send(RoutingContext ctx, Buffer body, Duration deadline) {
    if (HeadAsGet.isHead(ctx) || body.length() <= STEP) {
      return ctx.response().end(body);
    }
    ctx.response().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
    return new SteppedBody(ctx, body, true).run(deadline);
  }

  /** A part of an answer that others follow. */
  public static Future<Void> write(RoutingContext ctx, Buffer part) {
    return new SteppedBody(ctx, part, false).run(DEADLINE);
  }

  private Future<Void> run(Duration deadline) {
    long timer = ctx.vertx().setTimer(deadline.toMillis(), late -> {
      HardClose.cut(ctx.request().connection());
      taken.tryFail("not taken in time");
    });
    step();
    return taken.future().onComplete(done -> ctx.vertx().cancelTimer(timer));
  }

  /** A step that leaves at once is followed by the next in the loop, so that no stack grows. */
  private void step() {
    while (place < body.length()) {
      int end = Math.min(place + STEP, body.length());
      Buffer piece = body.slice(place, end);
      place = end;
      Future<Void> left =
          isLast && end == body.length() ? response.end(piece) : response.write(piece);
      if (!left.succeeded()) {
        left.onSuccess(next -> step()).onFailure(taken::tryFail);
        return;
      }
    }
    taken.tryComplete();
  }
}
