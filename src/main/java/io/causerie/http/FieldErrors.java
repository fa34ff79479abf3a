package io.causerie.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with the fields of one request, in the order of finding, once for each field. The
 * first of them are kept; a stranger chooses how many there are and what they are called.
 */
final class FieldErrors {
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_PATH = 128;

  private final Map<String, String> fieldToDetail = new LinkedHashMap<>();
  private boolean areMore;

  void add(String field, String detail) {
    String name = shortened(field, LONGEST_PATH);
    if (areMany() && !fieldToDetail.containsKey(name)) {
      areMore = true;
    } else {
      fieldToDetail.putIfAbsent(name, detail);
    }
  }

  /** Whether as many are known as are told. */
  boolean areMany() {
    return fieldToDetail.size() == MOST;
  }

  /** The name of a field as it may stand in an answer. */
  static String shortened(String name) {
    return shortened(name, LONGEST_NAME);
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }

  void check() {
    if (!fieldToDetail.isEmpty()) {
      throw areMore ? Problem.invalidAndMore(errors()) : Problem.invalid(errors());
    }
  }

  private List<Problem.FieldError> errors() {
    return fieldToDetail.entrySet().stream()
        .map(entry -> new Problem.FieldError(entry.getKey(), entry.getValue()))
        .toList();
  }
}
