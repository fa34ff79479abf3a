package io.causerie.account;

import org.jspecify.annotations.Nullable;

/**
 * The person, program or rule behind a logged action.
 *
 * @param id what the log calls it for good: {@code account:…}, {@code token:…}, {@code admin}, {@code
 *     console}, or {@code system:…} for a rule
 * @param name as it was then
 * @param accountId null when it is no account
 */
public record Actor(String id, String name, @Nullable Long accountId) {
  /** The holder of the token in the service's settings. */
  public static final Actor ADMIN = new Actor("admin", "administrator", null);
  /** The operator on the command line. */
  public static final Actor CONSOLE = new Actor("console", "console", null);

  /** An automatic rule. */
  public static Actor system(String rule) {
    return new Actor("system:" + rule, rule, null);
  }
}
