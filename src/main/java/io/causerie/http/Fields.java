package io.causerie.http;

import io.causerie.core.Id;
import org.jspecify.annotations.Nullable;

/** The named values of one request. Everything wrong with them is collected and told at once. */
public interface Fields {
  /** Null when it is absent, or (which is an error) not one string. */
  @Nullable
  String string(String name);

  /** Adds what is wrong with a field; the first that is told of a field stands. */
  void error(String field, String detail);

  /** Fails with INVALID, naming every bad field. */
  void check();

  /** Empty when it is missing or empty (which is an error). */
  default String required(String name) {
    @Nullable String value = string(name);
    if (value == null || value.isEmpty()) {
      error(name, "is required");
      return "";
    }
    return value;
  }

  /** Null when it is absent; {@link Id#NONE} when it is not an id (which is an error). */
  default @Nullable Long id(String name) {
    @Nullable String value = string(name);
    if (value == null) {
      return null;
    }
    long id = Id.parse(value);
    if (id == Id.NONE) {
      error(name, "is not an id");
    }
    return id;
  }
}
