package io.causerie.account;

/**
 * Somebody who writes on a site.
 *
 * @param kind {@code guest}, or {@code account} for who signed up
 */
public record Author(long id, String name, String kind) {
  public static final String GUEST = "guest";
  static final String ACCOUNT = "account";
}
