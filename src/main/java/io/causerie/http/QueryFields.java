package io.causerie.http;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. Reading never fails: what is wrong is collected, and {@link
 * #check} tells it all at once. Unknown parameters are ignored.
 */
public final class QueryFields implements Fields {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private final MultiMap parameters;
  private final FieldErrors errors = new FieldErrors();

  QueryFields(MultiMap parameters) {
    this.parameters = parameters;
  }

  /** Null when the parameter is absent; given twice is an error. */
  @Override
  public @Nullable String string(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      error(name, "must be given once");
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** All values of a parameter in the order of the query, none when it is absent. */
  public List<String> all(String name) {
    List<String> values = parameters.getAll(name);
    for (String value : values) {
      @Nullable String problem = Text.problem(value);
      if (problem != null) {
        error(name, problem);
      }
    }
    return values;
  }

  /** {@code otherwise} when the parameter is absent or (which is an error) out of range. */
  public int integer(String name, int min, int max, int otherwise) {
    @Nullable String value = string(name);
    if (value == null) {
      return otherwise;
    }
    if (NUMBER.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (min <= number && number <= max) {
        return number;
      }
    }
    error(name, "must be a whole number from " + min + " to " + max);
    return otherwise;
  }

  /** {@code otherwise} when the parameter is absent or (which is an error) not a choice. */
  public <E> E oneOf(String name, Map<String, E> choices, E otherwise) {
    @Nullable String value = string(name);
    if (value == null) {
      return otherwise;
    }
    @Nullable E choice = choices.get(value);
    if (choice == null) {
      error(name, "must be one of " + String.join(", ", choices.keySet()));
      return otherwise;
    }
    return choice;
  }

  /** Null when the parameter is absent or (which is an error) no RFC 3339 time. */
  public @Nullable Instant time(String name) {
    @Nullable String value = string(name);
    if (value == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException unreadable) {
      error(name, "must be a time such as 2026-11-24T08:15:30Z");
      return null;
    }
  }

  /** Adds what the caller found wrong; the first error of a parameter is the one told. */
  @Override
  public void error(String field, String detail) {
    errors.add(field, detail);
  }

  /** Fails with INVALID and all errors, if there is any. */
  @Override
  public void check() {
    errors.check();
  }
}
