package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.causerie.http.RateLimits.Action;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusalsTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(Refusals.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Refusals refusals = new Refusals(metrics);

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void leave() {
    log.detachAppender(lines);
  }

  @Test
  void aReportSaysWhatWasRefusedHowOftenAndFromHowManyNetworks() {
    refusals.overLimit(Action.READ, "192.0.2.1");
    refusals.overLimit(Action.READ, "192.0.2.1");
    refusals.overLimit(Action.READ, "192.0.2.2");
    refusals.count(Refusals.Reason.CONNECTIONS, AddressLiteral.parse("192.0.2.1"));

    refusals.report();

    assertThat(told())
        .containsExactly("refused in the last minute: connections 1 times from 1 networks,"
            + " limit_read 3 times from 2 networks");
    assertThat(metrics.counter("causerie.refused", "reason", "limit_read").count())
        .isEqualTo(3);
  }

  @Test
  void whatWasToldIsNotToldAgainButStaysCounted() {
    refusals.overLimit(Action.READ, "192.0.2.1");
    refusals.report();

    refusals.report();

    assertThat(told()).hasSize(1);
    assertThat(metrics.counter("causerie.refused", "reason", "limit_read").count())
        .isEqualTo(1);
  }

  @Test
  void manyNetworksAreNotAllRemembered() {
    for (int i = 0; i < 20_000; i++) {
      refusals.overLimit(Action.READ, "192.0.2." + i);
    }

    refusals.report();

    assertThat(told().get(0)).endsWith("limit_read 20000 times from 10000 or more networks");
  }

  private List<String> told() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
