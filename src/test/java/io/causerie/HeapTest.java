package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Flood;
import io.causerie.testing.RawClient;
import io.causerie.testing.SmallService;
import io.causerie.testing.TestApp;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The dearest requests that default limits allow, from sixteen addresses, against a service with a
 * heap of 128 MiB: they leave next to nothing behind, and others are served meanwhile. A second's
 * worth by default; {@code -Dcauserie.heap.minutes=10} sends ten minutes' worth.
 */
@Tag("http")
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "elsewhere 127.0.0.1 is the only address of a machine")
final class HeapTest {
  private static final int ADDRESSES = 16;
  private static final double MINUTES =
      Double.parseDouble(System.getProperty("causerie.heap.minutes", "0.02"));
  private static final long MOST_GROWTH = 32L * 1024 * 1024;
  private static final String READER = "127.0.0.99";
  private static final String PAGE =
      "GET /api/v1/sites/blog/comments?thread=/x HTTP/1.1\r\nHost: x\r\n\r\n";

  /** With a heap of 128 MiB one address may have 34 connections. */
  private static final int HELD_OF_EACH = 11;

  private static final List<String> HELD = List.of(
      Flood.longComment("/x").substring(0, 120_000),
      "GET /api/v1/sites/blog/counts?thread=" + "x".repeat(60_000),
      PAGE);

  private static final Vertx VERTX = Vertx.vertx();
  private static TestDatabase database;
  private static SmallService limited;

  @BeforeAll
  static void start() throws IOException {
    database = TestDatabase.migrated(VERTX);
    limited = SmallService.start(database, true, Math.max(1, MINUTES));
  }

  @AfterAll
  static void stop() {
    limited.close();
    database.close();
    TestApp.await(VERTX.close());
  }

  @Test
  void whatStrangersSendLeavesNothingBehindAndOthersAreServed() throws Exception {
    assertNothingIsLeftBehind(limited, EnumSet.allOf(Flood.class));
  }

  /** As many passwords are hashed at once with limits as without: once is enough. */
  @Test
  void withoutLimitsItIsTheSame() throws Exception {
    try (SmallService service = SmallService.start(database, false, MINUTES)) {
      assertNothingIsLeftBehind(service, EnumSet.complementOf(EnumSet.of(Flood.SIGN_IN)));
    }
  }

  private static void assertNothingIsLeftBehind(SmallService service, Set<Flood> floods)
      throws Exception {
    long before = service.liveBytes();
    for (Flood flood : floods) {
      int served = run(flood, service);
      System.out.printf(
          "%s: %d requests, %d reads beside them%s%n",
          flood,
          requests(flood) * ADDRESSES,
          served,
          MINUTES < 1 ? "" : ", heap changed by " + (service.liveBytes() - before) / 1024 + " KiB");
    }
    assertThat(service.liveBytes() - before).isLessThanOrEqualTo(MOST_GROWTH);
  }

  /** As many as an address may have: half-sent bodies, half-sent heads, pages that are not read. */
  @Test
  void connectionsThatAreHeldKeepNobodyWaitingAndLeaveNothingBehind() throws Exception {
    for (int i = 0; i < 10; i++) {
      try (RawClient writer = new RawClient("127.0.0." + (50 + i), limited.port())) {
        assertThat(writer.ask(Flood.longComment("/x"))).contains(" 20");
      }
    }
    long before = limited.liveBytes();
    List<RawClient> held = new ArrayList<>();
    try {
      for (int i = 0; i < HELD_OF_EACH * ADDRESSES; i++) {
        for (String part : HELD) {
          RawClient client = new RawClient("127.0.0." + (2 + i % ADDRESSES), limited.port());
          held.add(client);
          client.send(part);
        }
        assertThat(read(limited)).startsWith("HTTP/1.1 200");
      }
    } finally {
      for (RawClient client : held) {
        client.close();
      }
    }
    assertThat(limited.liveBytes() - before).isLessThanOrEqualTo(MOST_GROWTH);
    assertThat(read(limited)).startsWith("HTTP/1.1 200");
  }

  private static int requests(Flood flood) {
    return (int) Math.ceil(flood.perMinute() * MINUTES);
  }

  /** Answers how many reads of somebody else were answered meanwhile, all of them with 200. */
  private static int run(Flood flood, SmallService service) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < ADDRESSES; i++) {
        String address = "127.0.0." + (2 + i);
        sent.add(senders.submit(() -> send(flood, service, address)));
      }
      int served = 0;
      for (Future<?> sender : sent) {
        do {
          assertThat(read(service)).as("a read beside %s", flood).startsWith("HTTP/1.1 200");
          served++;
        } while (!isDone(sender));
      }
      return served;
    } finally {
      senders.shutdownNow();
    }
  }

  private static boolean isDone(Future<?> sender) throws InterruptedException, ExecutionException {
    try {
      sender.get(1, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    }
  }

  private static Void send(Flood flood, SmallService service, String address) throws IOException {
    for (int i = 0; i < requests(flood); ) {
      try (RawClient client = new RawClient(address, service.port())) {
        while (i < requests(flood) && client.isOpen()) {
          client.ask(flood.request(address.hashCode() * 1_000_003 + i));
          i++;
        }
      }
    }
    return null;
  }

  private static String read(SmallService service) throws IOException {
    try (RawClient reader = new RawClient(READER, service.port())) {
      return reader.ask(PAGE);
    }
  }
}
