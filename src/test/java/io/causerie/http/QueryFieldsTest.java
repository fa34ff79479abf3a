package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.causerie.http.Problem.FieldError;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFieldsTest {
  @Test
  void parametersAreReadByNameAndUnknownOnesAreIgnored() {
    QueryFields query = query("thread", "/a", "limit", "20", "other", "x");

    assertThat(query.required("thread")).isEqualTo("/a");
    assertThat(query.integer("limit", 1, 100, 50)).isEqualTo(20);
    assertThat(query.string("after")).isNull();
    assertThat(query.integer("depth", 0, 9, 3)).isEqualTo(3);
    query.check();
  }

  @Test
  void aListComesInTheOrderOfTheQuery() {
    assertThat(query("thread", "b", "thread", "a").all("thread")).containsExactly("b", "a");
  }

  @Test
  void whatIsGivenTwiceButOnceMeantIsAnError() {
    QueryFields query = query("sort", "newest", "sort", "oldest");
    query.string("sort");

    assertThat(errors(query)).containsExactly(new FieldError("sort", "must be given once"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "101", "-1", "1.5", "x", "", "99999999999999999999", "٣", "+5", " 5"})
  void aNumberOutOfRangeIsAnErrorAndReadsAsTheDefault(String limit) {
    QueryFields query = query("limit", limit);

    assertThat(query.integer("limit", 1, 100, 20)).isEqualTo(20);
    assertThat(errors(query))
        .containsExactly(new FieldError("limit", "must be a whole number from 1 to 100"));
  }

  @Test
  void aChoiceIsOneOfTheNamesGiven() {
    QueryFields query = query("sort", "best", "body", "toString");

    assertThat(query.oneOf("sort", Map.of("best", 1), 0)).isEqualTo(1);
    assertThat(query.oneOf("absent", Map.of("best", 1), 0)).isZero();
    assertThat(query.oneOf("body", Map.of("nodes", true), false)).isFalse();
    assertThat(errors(query)).containsExactly(new FieldError("body", "must be one of nodes"));
  }

  @Test
  void allErrorsAreToldAtOnce() {
    QueryFields query = query("thread", "a\0b", "limit", "x");
    query.required("thread");
    query.required("site");
    query.integer("limit", 1, 2, 1);
    query.error("after", "is not a cursor");

    assertThat(errors(query))
        .extracting(FieldError::field)
        .containsExactly("thread", "site", "limit", "after");
  }

  private static QueryFields query(String... namesAndValues) {
    MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new QueryFields(parameters);
  }

  private static List<FieldError> errors(QueryFields query) {
    return catchThrowableOfType(Problem.class, query::check).errors();
  }
}
