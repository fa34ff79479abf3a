package io.causerie.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One connection and by when its client must have sent what it owes: the first request, the rest of a
 * body, the next request. An idle timeout alone would let one byte a second live for ever. Changed on
 * the event loop of the connection, read on any.
 */
final class OpenConnection {
  /** How long a client may take. */
  record Patience(Duration request, Duration unread, Duration idle) {
    static final Patience USUAL =
        new Patience(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(15));
  }

  private enum State {
    /** Nothing was asked yet. */
    NEW,
    /** A request is on its way. */
    RECEIVING,
    /** The request is here, the answer is not done. */
    ANSWERING,
    /** The answer is done, and the body still comes. */
    UNREAD,
    /** Everything that was asked is answered. */
    IDLE
  }

  private final HttpConnection connection;
  private final Patience patience;
  private volatile State state = State.NEW;
  private volatile long since = System.nanoTime();

  OpenConnection(HttpConnection connection, Patience patience) {
    this.connection = connection;
    this.patience = patience;
  }

  HttpConnection connection() {
    return connection;
  }

  /** Whether the request says that a body follows. */
  static boolean hasBody(HttpServerRequest request) {
    @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || !"0".equals(length == null ? "0" : length);
  }

  void begun(HttpServerRequest request) {
    if (!hasBody(request)) {
      enter(State.ANSWERING);
      return;
    }
    enter(State.RECEIVING);
    request.end().onSuccess(received -> {
      if (state == State.RECEIVING) {
        enter(State.ANSWERING);
      } else if (state == State.UNREAD) {
        enter(State.IDLE);
      }
    });
  }

  /** What of the body is still to come is read and thrown away, for a moment. */
  void answered(HttpServerRequest request) {
    enter(state == State.RECEIVING ? State.UNREAD : State.IDLE);
    if (!request.isEnded()) {
      request.handler(unread -> {}).resume();
    }
  }

  boolean isIdle() {
    return state == State.IDLE || state == State.NEW;
  }

  /** Whether the client is in the middle of a body. Browsers open connections that they never use. */
  boolean owesBody() {
    return state == State.RECEIVING || state == State.UNREAD;
  }

  boolean isLate() {
    Duration allowed =
        switch (state) {
          case NEW, RECEIVING -> patience.request;
          case UNREAD -> patience.unread;
          case IDLE -> patience.idle;
          // Answers have deadlines of their own.
          case ANSWERING -> null;
        };
    return allowed != null && System.nanoTime() - since > allowed.toNanos();
  }

  private void enter(State next) {
    since = System.nanoTime();
    state = next;
  }
}
