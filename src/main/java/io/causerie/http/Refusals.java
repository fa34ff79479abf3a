package io.causerie.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests refused because a client sends too much or the service is overloaded. The
 * metric {@code causerie_refused_total} has the reasons; {@link #report} writes one line to the log.
 * Safe from any thread.
 */
public final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  /** Beyond it the log says "or more". */
  private static final int MOST_NETWORKS = 10_000;

  /** Why something is refused, beside the limits that {@link RateLimits.Action} names. */
  public enum Reason {
    /** More connections than are served at once. */
    CONNECTIONS,
    /** More connections from one address than it may have at once. */
    CONNECTIONS_OF_ADDRESS,
    /** A body that did not arrive in time. */
    SLOW_BODY,
    /** More bytes of bodies than are kept at once. */
    BODIES,
    /** Work that did not find a place or a connection in time: status 503. */
    OVERLOAD
  }

  /** What was refused for one reason since the last report. */
  private record Tally(Counter ever, LongAdder now, Set<Integer> networks) {}

  private final MeterRegistry metrics;
  private final Map<String, Tally> reasonToTally = new ConcurrentHashMap<>();

  public Refusals(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /**
   * Counts one refusal.
   *
   * @param address null when it is not known
   */
  public void count(Reason reason, @Nullable InetAddress address) {
    count(reason.name(), address == null ? null : ClientAddress.key64(address));
  }

  /**
   * Counts one refusal of a limit.
   *
   * @param who the caller's network, or what else is limited
   */
  void overLimit(RateLimits.Action action, String who) {
    count("limit_" + action.name(), who);
  }

  private void count(String name, @Nullable String who) {
    String reason = name.toLowerCase(Locale.ROOT);
    Tally tally = reasonToTally.computeIfAbsent(reason, this::tally);
    tally.ever.increment();
    tally.now.increment();
    if (who != null && tally.networks.size() < MOST_NETWORKS) {
      tally.networks.add(who.hashCode());
    }
  }

  private Tally tally(String reason) {
    Counter counter = Counter.builder("causerie.refused")
        .description("Requests and connections that were refused")
        .tag("reason", reason)
        .register(metrics);
    return new Tally(counter, new LongAdder(), ConcurrentHashMap.newKeySet());
  }

  /** Writes to the log what was refused since the last call, if anything was; to be called once a minute. */
  public void report() {
    StringJoiner told = new StringJoiner(", ");
    new TreeMap<>(reasonToTally).forEach((reason, tally) -> {
      long number = tally.now.sumThenReset();
      int networks = tally.networks.size();
      tally.networks.clear();
      if (number > 0) {
        told.add(reason + " " + number + " times from " + networks
            + (networks < MOST_NETWORKS ? "" : " or more") + " networks");
      }
    });
    if (told.length() > 0) {
      LOG.warn("refused in the last minute: {}", told);
    }
  }
}
