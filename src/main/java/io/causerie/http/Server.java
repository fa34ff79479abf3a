package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes servers on which every size and every wait has a bound before any route is looked for, and
 * that answer also what no router can read.
 */
public final class Server {
  /** A hundred keys of a page full of counts come in one request line. */
  static final int LONGEST_LINE = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  /** How many times within the time that a client has its connections are looked through. */
  private static final int LOOKS = 10;

  private final Gate gate;
  private final Handler<HttpServerRequest> router;
  private final OpenConnection.Patience patience;

  private Server(Gate gate, Handler<HttpServerRequest> router, OpenConnection.Patience patience) {
    this.gate = gate;
    this.router = router;
    this.patience = patience;
  }

  /** Not listening yet. To be called on the event loop that will serve it, if there is one. */
  public static HttpServer create(Vertx vertx, Gate gate, Handler<HttpServerRequest> router) {
    return create(vertx, gate, router, OpenConnection.Patience.USUAL);
  }

  static HttpServer create(
      Vertx vertx, Gate gate, Handler<HttpServerRequest> router, OpenConnection.Patience patience) {
    Server server = new Server(gate, router, patience);
    vertx.setPeriodic(
        patience.request().toMillis() / LOOKS, look -> gate.connections().closeLate());
    return vertx
        .createHttpServer(options())
        .connectionHandler(server::opened)
        .invalidRequestHandler(new UnreadableRequests())
        .requestHandler(server::handle);
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setIdleTimeout(15)
        .setMaxInitialLineLength(LONGEST_LINE)
        .setMaxHeaderSize(8192)
        .setMaxFormFields(0)
        .setMaxFormBufferedBytes(0)
        // The upgrade would lift the limits of HTTP/1.1 for every client that asks.
        .setHttp2ClearTextEnabled(false)
        // Bodies are compressed once, where they are cached.
        .setCompressionSupported(false)
        .setDecompressionSupported(false);
  }

  private void opened(HttpConnection connection) {
    gate.connections().open(new OpenConnection(connection, patience));
  }

  private void handle(HttpServerRequest request) {
    @Nullable OpenConnection connection = gate.connections().find(request.connection());
    if (connection == null) {
      return;
    }
    connection.begun(request);
    request.response().bodyEndHandler(answered -> {
      connection.answered(request);
      if (RequestShape.isLong(request)) {
        // The connection keeps the memory for the longest line that it has read.
        request.connection().close();
      }
    });
    @Nullable Problem problem = problem(request);
    if (problem == null) {
      router.handle(request);
    } else {
      ProblemAnswer.send(request.response(), problem)
          .onFailure(gone -> LOG.debug("{}", gone.toString()));
    }
  }

  private @Nullable Problem problem(HttpServerRequest request) {
    try {
      gate.limits().count(RateLimits.Action.REQUEST, gate.addresses().of(request));
    } catch (Problem tooMany) {
      return tooMany;
    }
    return RequestShape.problem(request);
  }
}
