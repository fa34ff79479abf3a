package io.causerie.http;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** So many requests in a period, given back evenly, and at most {@code burst} at once. */
public record RateLimit(int requests, Duration period, int burst) {
  private static final Pattern RULE =
      Pattern.compile("([1-9][0-9]{0,6})/([1-9][0-9]{0,3})([smhd])(?:,burst=([1-9][0-9]{0,6}))?");
  private static final Map<String, Duration> UNITS = Map.of(
      "s", Duration.ofSeconds(1),
      "m", Duration.ofMinutes(1),
      "h", Duration.ofHours(1),
      "d", Duration.ofDays(1));

  /**
   * Reads {@code 10/1m} or {@code 10/1m,burst=3}.
   *
   * @throws IllegalArgumentException when it is not such a rule
   */
  public static RateLimit parse(String rule) {
    Matcher matcher = RULE.matcher(rule);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "must be a rule such as 10/1m or 300/1h,burst=20 (s, m, h, d)");
    }
    int requests = Integer.parseInt(matcher.group(1));
    @Nullable Duration unit = UNITS.get(matcher.group(3));
    if (unit == null) {
      throw new AssertionError(rule);
    }
    @Nullable String burst = matcher.group(4);
    return new RateLimit(
        requests,
        unit.multipliedBy(Long.parseLong(matcher.group(2))),
        burst == null ? requests : Integer.parseInt(burst));
  }

  RateLimit times(int factor) {
    return new RateLimit(requests * factor, period, burst * factor);
  }

  /** After this time without a request there is nothing left to remember. */
  Duration timeToForget() {
    return period.multipliedBy(burst).dividedBy(requests);
  }
}
