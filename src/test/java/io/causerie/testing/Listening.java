package io.causerie.testing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Somebody who listens to what a site tells its team at this moment. */
public final class Listening implements AutoCloseable {
  private static final int DEAF_BYTES = 4 * 1024;
  private static final Vertx VERTX = Vertx.vertx();

  /** What was told. */
  public record Told(String event, JsonObject data) {}

  /** How it ended. */
  public enum End {
    NOT_YET,
    IN_ORDER,
    CUT
  }

  /** A stream that waits, or what was answered instead. */
  private record Opened(HttpClientResponse response, Buffer refusal) {}

  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final HttpClient client;
  private final Opened opened;
  private volatile End end = End.NOT_YET;

  private Listening(
      TestApp app, String target, Map<String, String> headers, HttpClientOptions options) {
    RequestOptions request = new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setHost("127.0.0.1")
        .setPort(app.port())
        .setURI(target);
    headers.forEach(request::putHeader);
    this.client = VERTX.createHttpClient(options);
    Promise<Opened> promise = Promise.promise();
    VERTX.runOnContext(loop -> client
        .request(request)
        .compose(sent -> sent.send())
        .compose(Listening::open)
        .onComplete(promise));
    this.opened = TestApp.await(promise.future());
  }

  /** On the event loop of the connection, so that nothing of the rest passes unheard. */
  private static Future<Opened> open(HttpClientResponse response) {
    return response.statusCode() == 200
        ? Future.succeededFuture(new Opened(response.pause(), Buffer.buffer()))
        : response.body().map(refusal -> new Opened(response, refusal));
  }

  /** With the first event, which must be the totals. */
  public static Listening to(TestApp app, Map<String, String> headers) {
    Listening listening = new Listening(app, live(app), headers, new HttpClientOptions());
    if (listening.status() != 200) {
      throw new AssertionError("not open: " + listening.status());
    }
    listening.listen();
    Eventually.is("the first event", () -> !listening.told.isEmpty());
    return listening;
  }

  /** Takes everything and remembers nothing of it. */
  public static Listening careless(TestApp app, Map<String, String> headers) {
    Listening listening = new Listening(app, live(app), headers, new HttpClientOptions());
    listening.opened.response.resume();
    return listening;
  }

  /** Opens a stream and takes nothing of it; little is kept for it on the way. */
  public static Listening deaf(TestApp app, Map<String, String> headers) {
    return new Listening(
        app, live(app), headers, new HttpClientOptions().setReceiveBufferSize(DEAF_BYTES));
  }

  private static String live(TestApp app) {
    return app.path() + "/moderation/live";
  }

  /** The answer without the events, if there are any. */
  public static Answer answer(TestApp app, String target, Map<String, String> headers) {
    try (Listening listening = new Listening(app, target, headers, new HttpClientOptions())) {
      HttpClientResponse response = listening.opened.response;
      return TestApp.checked(new Answer(
          HttpMethod.GET,
          target,
          response.statusCode(),
          response.headers(),
          listening.opened.refusal));
    }
  }

  /** Reads from now on. */
  public void listen() {
    RecordParser frames = RecordParser.newDelimited("\n\n", frame -> read(frame.toString()));
    opened
        .response
        .handler(frames)
        .exceptionHandler(failure -> end = End.CUT)
        .endHandler(done -> end = End.IN_ORDER)
        .resume();
  }

  private void read(String frame) {
    String[] lines = frame.split("\n", -1);
    if (lines[0].startsWith(":")) {
      comments.add(frame);
      return;
    }
    if (lines.length != 2 || !lines[0].startsWith("event: ") || !lines[1].startsWith("data: ")) {
      throw new AssertionError("no event: " + frame);
    }
    told.add(new Told(lines[0].substring(7), new JsonObject(lines[1].substring(6))));
  }

  public List<Told> told() {
    return told;
  }

  public Stream<JsonObject> told(String event) {
    return told.stream().filter(one -> one.event.equals(event)).map(Told::data);
  }

  public void hears(String name, String event, Predicate<JsonObject> expected) {
    Eventually.is(name, () -> told(event).anyMatch(expected));
  }

  public List<String> comments() {
    return comments;
  }

  public End end() {
    return end;
  }

  public int status() {
    return opened.response.statusCode();
  }

  @Override
  public void close() {
    TestApp.await(client.close());
  }
}
