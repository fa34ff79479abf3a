package io.causerie.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One idea of a database that is away, for those who wait for it and for those who are told 503. */
final class OutageTest {
  @ParameterizedTest
  @ValueSource(strings = {"08006", "53100", "53300", "57P01", "57P03", "57014", "55P03", "25006"})
  void aServerThatTakesNoWorkNowIsAway(String state) {
    assertThat(Outage.is(new PgException("now", "FATAL", state, null))).isTrue();
    assertThat(Outage.is(new SQLException("now", state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22021", "42P01", "42501", "P0001"})
  void aServerThatRefusesIsNotAway(String state) {
    assertThat(Outage.is(new PgException("refused", "ERROR", state, null))).isFalse();
    assertThat(Outage.is(new SQLException("refused", state))).isFalse();
  }

  static Stream<Throwable> ofTheConnection() {
    return Stream.of(
        new ConnectException("refused"),
        new TimeoutException(),
        new ConnectionPoolTooBusyException("full"),
        ClosedConnectionException.INSTANCE,
        new IllegalStateException("Timeout waiting for connection"),
        new IllegalStateException("Pool closed"),
        new IllegalStateException("Connection is not active now, current status: CLOSED"));
  }

  @ParameterizedTest
  @MethodSource("ofTheConnection")
  void aConnectionThatIsNotThereIsAway(Throwable failure) {
    assertThat(Outage.is(failure)).isTrue();
  }

  @Test
  void whatWrapsAnOutageIsOneOnlyForThoseWhoAskForTheCause() {
    Throwable wrapped =
        new IllegalStateException("not read", new RuntimeException(new ConnectException()));

    assertThat(Outage.is(wrapped)).isFalse();
    assertThat(Outage.isBehind(wrapped)).isTrue();
    assertThat(Outage.isBehind(new IllegalStateException("a fault of ours"))).isFalse();
  }
}
