package io.causerie.account;

/**
 * A writer of comments on a site.
 *
 * @param kind {@code guest}, or {@code account} for a member of the team
 */
public record Author(long id, String name, String kind) {
  public static final String GUEST = "guest";
  static final String ACCOUNT = "account";
}
