package io.causerie.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cookies of one browser, which only knows one service. */
final class CookieJar {
  private final Map<String, String> nameToValue = new ConcurrentSkipListMap<>();

  void putAll(CookieJar other) {
    nameToValue.putAll(other.nameToValue);
  }

  @Nullable
  String get(String name) {
    return nameToValue.get(name);
  }

  /** Changes the last letter of one. */
  void forge(String name) {
    nameToValue.computeIfPresent(
        name,
        (same, value) ->
            value.substring(0, value.length() - 1) + (value.endsWith("A") ? "Q" : "A"));
  }

  void sendWith(Map<String, String> headers) {
    if (!nameToValue.isEmpty()) {
      headers.put("Cookie", toString());
    }
  }

  /** Does what the answer says: an empty value takes a cookie away. */
  void keep(Answer answer) {
    for (String header : answer.headers().getAll("Set-Cookie")) {
      String[] pair = header.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty()) {
        nameToValue.remove(pair[0]);
      } else {
        nameToValue.put(pair[0], pair[1]);
      }
    }
  }

  /** As browsers send them. */
  @Override
  public String toString() {
    return nameToValue.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }
}
