package io.causerie.account;

/** What a member or a token may do on a site besides reading and writing comments. */
public enum Permission {
  /** See the queue, the log, bans and settings. */
  READ,
  /** Decide about comments, threads and bans. */
  MODERATE,
  /** Change the settings of the site. */
  SETTINGS,
  /** Manage members, invitations and tokens. */
  TEAM
}
