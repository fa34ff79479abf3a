package io.causerie.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementTest {
  @Test
  void aNameIsOneParameterHoweverOftenItIsThere() {
    Statement statement = Statement.of("select :b, :a, :b, :a_2 where :a is null");

    assertThat(statement.sql()).isEqualTo("select $1, $2, $1, $3 where $2 is null");
    assertThat(statement.bind("a", "A").bind("b", null).bind("a_2", 2).tuple().deepToString())
        .isEqualTo(Tuple.of(null, "A", 2).deepToString());
  }

  @Test
  void castsSlicesAndWhatIsQuotedStay() {
    assertThat(
            Statement.of("select :id::bigint, c.path[1:100], 'at HH24:mi' || :id || '::a', ''':b'")
                .sql())
        .isEqualTo("select $1::bigint, c.path[1:100], 'at HH24:mi' || $1 || '::a', ''':b'");
  }

  @Test
  void aTimeIsBoundInUtc() {
    assertThat(Statement.of(":at").bind("at", Instant.EPOCH).tuple().getValue(0))
        .isEqualTo(OffsetDateTime.parse("1970-01-01T00:00Z"));
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Statement.of("select :a").bind("b", 1))
        .withMessageContaining("b is unknown");
  }

  @Test
  void aNameIsBoundOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Statement.of("select :a").bind("a", 1).bind("a", 1))
        .withMessageContaining("a is unknown or bound twice");
  }

  @Test
  void aMissingNameIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Statement.of("select :a, :b, :c").bind("b", null).tuple())
        .withMessageContaining("[a, c] not bound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"select $1, :a", "select 1", "select 'a:b'"})
  void numbersAreNotMixedInAndNoNamesAreNoStatement(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Statement.of(text));
  }
}
