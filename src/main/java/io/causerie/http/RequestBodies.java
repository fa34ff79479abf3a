package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies into memory. All that are there at one moment share a budget, of which one address may
 * take a quarter, from the first byte until the request is answered. Safe from any thread.
 */
public final class RequestBodies {
  private static final String KEY = RequestBodies.class.getName();
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final long LEAST = 8L * 1024 * 1024;

  /** A buffer that grows is twice as large as what is in it. */
  private static final int GROWTH = 2;

  private final long budget;
  private final ClientAddress addresses;
  private final Refusals refusals;
  private final AtomicLong taken = new AtomicLong();
  private final Map<String, Long> addressToTaken = new ConcurrentHashMap<>();

  /** @param budget in bytes */
  public RequestBodies(long budget, ClientAddress addresses, Refusals refusals) {
    this.budget = budget;
    this.addresses = addresses;
    this.refusals = refusals;
  }

  /** With an eighth of the heap, in bytes, for all bodies together. */
  public static RequestBodies forHeap(long bytes, ClientAddress addresses, Refusals refusals) {
    return new RequestBodies(Math.max(LEAST, bytes / 8), addresses, refusals);
  }

  /** Null when the request has none, or the route does not read it. */
  static @Nullable Buffer of(RoutingContext ctx) {
    return ctx.get(KEY);
  }

  /** Lets no byte of the body come before {@link #upTo}, however long the guards between take. */
  public static Handler<RoutingContext> later() {
    return ctx -> {
      ctx.request().pause();
      ctx.next();
    };
  }

  /** Goes on when the whole body is there. Fails with TOO_LARGE, or UNAVAILABLE over the budget. */
  public Handler<RoutingContext> upTo(long most) {
    return ctx -> {
      if (!isRead(ctx.request())) {
        ctx.request().resume();
        ctx.next();
        return;
      }
      if (declared(ctx.request()) > most) {
        throw tooLarge(most);
      }
      new Reading(ctx, most).start();
    };
  }

  /** What comes with a GET means nothing (RFC 9110 §9.3.1). */
  private static boolean isRead(HttpServerRequest request) {
    return !request.method().equals(HttpMethod.GET) && OpenConnection.hasBody(request);
  }

  private static long declared(HttpServerRequest request) {
    @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    // Netty has refused what is no number.
    return length == null ? 0 : Long.parseLong(length);
  }

  private static Problem tooLarge(long most) {
    return Problem.tooLarge("the body is larger than " + most + " bytes");
  }

  private boolean take(String address, long bytes) {
    long ofAll = taken.addAndGet(bytes);
    long ofAddress = addressToTaken.merge(address, bytes, Long::sum);
    return ofAll <= budget && ofAddress <= budget / 4;
  }

  private void giveBack(String address, long bytes) {
    taken.addAndGet(-bytes);
    addressToTaken.computeIfPresent(
        address, (key, now) -> now <= bytes ? null : Long.valueOf(now - bytes));
  }

  long taken() {
    return taken.get();
  }

  /** The reading of one body. */
  private final class Reading {
    private final RoutingContext ctx;
    private final long most;
    private final InetAddress client;
    private final String address;
    private final Buffer body = Buffer.buffer();
    private long held;
    private boolean isRefused;

    Reading(RoutingContext ctx, long most) {
      this.ctx = ctx;
      this.most = most;
      this.client = addresses.of(ctx.request());
      this.address = ClientAddress.key64(client);
    }

    void start() {
      HttpServerRequest request = ctx.request();
      if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
        ctx.response().writeContinue();
      }
      ctx.addEndHandler(done -> giveBack(address, held));
      request.exceptionHandler(this::refuse).handler(this::add).endHandler(all -> end());
      request.resume();
    }

    private void add(Buffer bytes) {
      if (isRefused) {
        return;
      }
      if (body.length() + bytes.length() > most) {
        refuse(tooLarge(most));
        return;
      }
      held += (long) GROWTH * bytes.length();
      if (take(address, (long) GROWTH * bytes.length())) {
        body.appendBuffer(bytes);
      } else {
        refusals.count(Refusals.Reason.BODIES, client);
        refuse(Problem.unavailable(RETRY_AFTER, "too much is being sent at once, try again"));
      }
    }

    private void refuse(Throwable failure) {
      if (!isRefused) {
        isRefused = true;
        ctx.fail(failure);
      }
    }

    private void end() {
      ctx.request().exceptionHandler(null);
      if (!isRefused) {
        ctx.put(KEY, body);
        ctx.next();
      }
    }
  }
}
