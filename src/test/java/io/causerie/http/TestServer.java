package io.causerie.http;

import com.github.benmanes.caffeine.cache.Ticker;
import io.causerie.cache.CacheMemory;
import io.causerie.db.Outage;
import io.causerie.http.RateLimits.Action;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The edge around a few routes of a test, and callers for it. */
final class TestServer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 15_000;
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(15);

  /** Less than the idle time of the server, which must not be what closes a connection. */
  private static final int SOCKET_PATIENCE_MILLIS = 10_000;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final AtomicInteger underWay = new AtomicInteger();

  private TestServer(Gate gate, OpenConnection.Patience patience, Consumer<Router> routes) {
    Router router = Router.router(vertx);
    router.route().handler(this::count).handler(new SecurityHeaders()).handler(new HeadAsGet());
    routes.accept(router);
    new ProblemHandler(gate, Outage::is).install(router, path -> false);
    server = Server.create(vertx, gate, router, patience)
        .listen(0, "127.0.0.1")
        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .await();
  }

  static TestServer with(Consumer<Router> routes) {
    return with(gate(Map.of(), new Connections.Caps(1000, 1000)), routes);
  }

  static TestServer with(Gate gate, Consumer<Router> routes) {
    return new TestServer(gate, OpenConnection.Patience.USUAL, routes);
  }

  /** Which waits half a second for a request, and longer than any test for the rest. */
  static TestServer withoutPatienceForRequests(Consumer<Router> routes) {
    return patient(new OpenConnection.Patience(SHORT, LONG, LONG), routes);
  }

  /** Which waits half a second for what comes after the answer. */
  static TestServer withoutPatienceForTheRest(Consumer<Router> routes) {
    return patient(new OpenConnection.Patience(LONG, SHORT, LONG), routes);
  }

  /** Which waits half a second for the next request. */
  static TestServer withoutPatienceForTheNext(Consumer<Router> routes) {
    return patient(new OpenConnection.Patience(LONG, LONG, SHORT), routes);
  }

  private static TestServer patient(OpenConnection.Patience patience, Consumer<Router> routes) {
    return new TestServer(gate(Map.of(), new Connections.Caps(1000, 1000)), patience, routes);
  }

  static Gate gate(Map<Action, RateLimit> limits, Connections.Caps caps) {
    ClientAddress addresses = new ClientAddress(List.of());
    Refusals refusals = new Refusals(new SimpleMeterRegistry());
    CacheMemory memory = new CacheMemory(1024 * 1024, Ticker.systemTicker());
    return new Gate(
        addresses,
        new Connections(caps, addresses, refusals),
        new RateLimits(limits, addresses, refusals, memory),
        refusals);
  }

  /** For a route that reads bodies of at most that many bytes. */
  static Handler<RoutingContext> bodies(long most) {
    Gate gate = gate(Map.of(), new Connections.Caps(1, 1));
    return new RequestBodies(16L * 1024 * 1024, gate.addresses(), gate.refusals()).upTo(most);
  }

  private void count(RoutingContext ctx) {
    underWay.incrementAndGet();
    ctx.addEndHandler(ended -> underWay.decrementAndGet());
    ctx.next();
  }

  /** How many requests have reached the routes and are not answered. */
  int underWay() {
    return underWay.get();
  }

  /** The status, or 0 when no connection is to be had. */
  int tryGet(String path) {
    try {
      return client.send(request(path).build(), BodyHandlers.ofString()).statusCode();
    } catch (IOException refused) {
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers));
  }

  HttpResponse<String> head(String path) {
    return send(request(path).method("HEAD", BodyPublishers.noBody()));
  }

  HttpResponse<String> options(String path, String... headers) {
    return send(request(path, headers).method("OPTIONS", BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, byte[] body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** A connection for what no decent client sends; reading gives up after a while. */
  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
    socket.setSoTimeout(SOCKET_PATIENCE_MILLIS);
    return socket;
  }

  /** Sends text as it is and returns all that comes back until the server closes. */
  String exchange(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return readToEnd(socket);
    }
  }

  static String readToEnd(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    vertx.close().timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).await();
  }
}
