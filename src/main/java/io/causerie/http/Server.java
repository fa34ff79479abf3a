package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes servers on which every size and every wait has a bound and that answer also what no router
 * can read. A connection without a first request in time is cut: an idle timeout alone lets one byte
 * a second live for ever.
 */
public final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Duration FIRST_REQUEST = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final Duration firstRequest;
  private final Map<HttpConnection, Long> silentToTimer = new ConcurrentHashMap<>();

  private Server(Vertx vertx, Duration firstRequest) {
    this.vertx = vertx;
    this.firstRequest = firstRequest;
  }

  /** Not listening yet. */
  public static HttpServer create(Vertx vertx, Handler<HttpServerRequest> router) {
    return create(vertx, router, FIRST_REQUEST);
  }

  static HttpServer create(Vertx vertx, Handler<HttpServerRequest> router, Duration firstRequest) {
    Server server = new Server(vertx, firstRequest);
    return vertx
        .createHttpServer(options())
        .connectionHandler(server::opened)
        .invalidRequestHandler(new UnreadableRequests())
        .requestHandler(request -> server.handle(request, router));
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setIdleTimeout(15)
        // A hundred keys of a page full of counts come in one request line.
        .setMaxInitialLineLength(128 * 1024)
        .setMaxHeaderSize(8192)
        .setMaxFormFields(0)
        .setMaxFormBufferedBytes(0)
        // The upgrade would lift the limits of HTTP/1.1 for whoever asks.
        .setHttp2ClearTextEnabled(false)
        // Bodies are compressed once, by whoever caches them.
        .setCompressionSupported(false)
        .setDecompressionSupported(false);
  }

  private void opened(HttpConnection connection) {
    long timer = vertx.setTimer(firstRequest.toMillis(), late -> connection.close());
    silentToTimer.put(connection, timer);
    connection.closeHandler(closed -> asked(connection));
  }

  private void handle(HttpServerRequest request, Handler<HttpServerRequest> router) {
    asked(request.connection());
    @Nullable Problem problem = RequestShape.problem(request);
    if (problem == null) {
      router.handle(request);
    } else {
      ProblemAnswer.send(request.response(), problem)
          .onFailure(gone -> LOG.debug("{}", gone.toString()));
    }
  }

  private void asked(HttpConnection connection) {
    @Nullable Long timer = silentToTimer.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
