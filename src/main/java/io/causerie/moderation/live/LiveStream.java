package io.causerie.moderation.live;

import io.causerie.account.Viewer;
import io.causerie.http.HardClose;
import io.causerie.http.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * One listener's stream of server-sent events. Everything in it runs on its event loop. It ends when
 * the listener has lost the permission, and is cut when the client takes nothing.
 */
public final class LiveStream {
  /** Below the five seconds within which a revoked session or membership has to end it. */
  public static final Duration CHECK = Duration.ofSeconds(4);

  private static final int MOST_WAITING_BYTES = 256 * 1024;
  private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

  private final RoutingContext ctx;
  private final Context context;
  private final String actor;
  private final Supplier<Future<Boolean>> mayGoOn;
  private final Duration check;
  private final Promise<Void> ended = Promise.promise();
  private JsonArray looking = new JsonArray();
  private boolean begun;
  private int waitingBytes;
  private Runnable gone = () -> {};

  /**
   * To be made on the event loop of the request.
   *
   * @param mayGoOn whether the listener still has the permission; a failure leaves the stream open
   * @param check how often that is asked
   */
  LiveStream(RoutingContext ctx, Supplier<Future<Boolean>> mayGoOn, Duration check) {
    this.ctx = ctx;
    this.context = ctx.vertx().getOrCreateContext();
    this.actor = Viewer.of(ctx).acting().id();
    this.mayGoOn = mayGoOn;
    this.check = check;
  }

  String actor() {
    return actor;
  }

  Future<Void> ended() {
    return ended.future();
  }

  /** Also called for a stream that never began. */
  void whenGone(Runnable act) {
    gone = act;
    ctx.addEndHandler(end -> finish());
  }

  /** Writes the head and the first event. Events before that are not for this stream. */
  void begin(JsonObject totals) {
    context.runOnContext(now -> {
      HttpServerResponse response = ctx.response();
      if (isGone()) {
        finish();
        return;
      }
      head(response).setChunked(true);
      begun = true;
      write(new LiveEvent("totals", totals).frame());
      long timer = ctx.vertx().setPeriodic(check.toMillis(), tick -> check());
      ended.future().onComplete(done -> ctx.vertx().cancelTimer(timer));
    });
  }

  /** No proxy may gather what is to be told at once. */
  static HttpServerResponse head(HttpServerResponse response) {
    return response
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .putHeader("X-Accel-Buffering", "no");
  }

  void send(LiveEvent event) {
    context.runOnContext(now -> {
      if (begun) {
        write(event.frame());
      }
    });
  }

  /** Tells the presence of the others, unless it has not changed. */
  void look(List<Presence> all) {
    context.runOnContext(now -> {
      JsonArray others = new JsonArray(all.stream()
          .filter(looker -> !looker.actor().equals(actor))
          .map(Presence::toJson)
          .toList());
      if (begun && !others.equals(looking)) {
        looking = others;
        write(new LiveEvent("looking", new JsonObject().put("who", others)).frame());
      }
    });
  }

  void end() {
    context.runOnContext(now -> {
      if (begun && !isGone()) {
        ctx.response().end().onComplete(done -> finish());
      }
    });
  }

  private void check() {
    write(HEARTBEAT);
    mayGoOn
        .get()
        .recover(failure -> failure instanceof Problem problem && problem.retryAfter() == null
            ? Future.succeededFuture(false)
            : Future.failedFuture(failure))
        .onSuccess(may -> {
          if (!may) {
            end();
          }
        });
  }

  /** A client this far behind takes nothing: it is disconnected, and may connect again. */
  private void write(Buffer frame) {
    if (!begun || isGone()) {
      return;
    }
    if (waitingBytes > MOST_WAITING_BYTES) {
      cut();
      return;
    }
    waitingBytes += frame.length();
    ctx.response()
        .write(frame)
        .onSuccess(taken -> waitingBytes -= frame.length())
        .onFailure(gone -> cut());
  }

  private void finish() {
    ended.tryComplete();
    gone.run();
  }

  private void cut() {
    begun = false;
    finish();
    HardClose.cut(ctx.request().connection());
  }

  private boolean isGone() {
    return ctx.response().ended() || ctx.response().closed();
  }
}
