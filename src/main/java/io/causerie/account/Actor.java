package io.causerie.account;

import org.jspecify.annotations.Nullable;

/**
 * Who does something that is logged.
 *
 * @param id what the log calls it for good: {@code account:…}, {@code token:…}, {@code admin}, {@code
 *     console}, or {@code system:…} for a rule
 * @param name as it was then
 * @param accountId null when it is nobody's account
 */
public record Actor(String id, String name, @Nullable Long accountId) {
  /** The holder of the token in the service's settings. */
  public static final Actor ADMIN = new Actor("admin", "administrator", null);
  /** Who types commands on the machine itself. */
  public static final Actor CONSOLE = new Actor("console", "console", null);

  /** A rule that acts by itself. */
  public static Actor system(String rule) {
    return new Actor("system:" + rule, rule, null);
  }
}
