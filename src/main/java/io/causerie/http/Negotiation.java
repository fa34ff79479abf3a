package io.causerie.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request says of the forms it takes and has. Split by hand, since a header can be long. */
final class Negotiation {
  /** RFC 9110 §12.4.2: {@code q=0.123} at the longest. */
  private static final int LONGEST_WEIGHT = 5;

  private Negotiation() {}

  /** {@code gzip;q=0} refuses; a coding whose weight cannot be read is not asked for. */
  static boolean acceptsGzip(HttpServerRequest request) {
    @Nullable String header = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return header != null && Stream.of(header.split(",")).anyMatch(Negotiation::isGzip);
  }

  private static boolean isGzip(String coding) {
    int end = coding.indexOf(';');
    String name = end < 0 ? coding : coding.substring(0, end);
    return name.strip().equalsIgnoreCase("gzip")
        && (end < 0 || isWanted(coding.substring(end + 1).strip()));
  }

  private static boolean isWanted(String parameter) {
    if (!parameter.regionMatches(true, 0, "q=", 0, 2)) {
      return false;
    }
    String weight = parameter.substring(2);
    return !weight.isEmpty()
        && weight.length() <= LONGEST_WEIGHT
        && (weight.charAt(0) == '1' || weight.charAt(0) == '0' || weight.charAt(0) == '.')
        && weight.chars().allMatch(c -> c == '.' || ('0' <= c && c <= '9'))
        && weight.chars().filter(c -> c == '.').count() <= 1
        && weight.chars().anyMatch(c -> '1' <= c && c <= '9');
  }

  /** RFC 9110 §13.1.2: the comparison for If-None-Match is the weak one. */
  static boolean isKnown(HttpServerRequest request, String tag) {
    @Nullable String header = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    return header != null
        && (header.equals(tag)
            || Stream.of(header.split(","))
                .map(String::strip)
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(known -> known.equals("*") || known.equals(tag)));
  }
}
