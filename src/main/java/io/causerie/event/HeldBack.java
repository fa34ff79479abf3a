package io.causerie.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells when one transaction has held the log of events back for long, and when that is over. */
final class HeldBack {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(HeldBack.class);

  private final InstantSource clock;
  private long xmin;
  private Instant since = Instant.MIN;
  private boolean told;

  HeldBack(InstantSource clock) {
    this.clock = clock;
  }

  void seen(EventStore.Horizon horizon) {
    if (!horizon.holdsBack() || horizon.xmin() != xmin) {
      if (told) {
        LOG.info("events are followed again: the transaction {} has ended", xmin);
      }
      told = false;
      xmin = horizon.xmin();
      since = clock.instant();
    } else if (!told && since.plus(LONG).isBefore(clock.instant())) {
      told = true;
      LOG.warn(
          "no events are followed: the transaction {} has been running for more than {} s, in"
              + " whatever database of the server; see backend_xid in pg_stat_activity",
          xmin,
          LONG.toSeconds());
    }
  }
}
