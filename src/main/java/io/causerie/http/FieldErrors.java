package io.causerie.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the fields of one request, in the order of finding, once for each field. */
final class FieldErrors {
  private final Map<String, String> fieldToDetail = new LinkedHashMap<>();

  void add(String field, String detail) {
    fieldToDetail.putIfAbsent(field, detail);
  }

  void check() {
    if (!fieldToDetail.isEmpty()) {
      throw Problem.invalid(errors());
    }
  }

  private List<Problem.FieldError> errors() {
    return fieldToDetail.entrySet().stream()
        .map(entry -> new Problem.FieldError(entry.getKey(), entry.getValue()))
        .toList();
  }
}
