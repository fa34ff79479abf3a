package io.causerie.account;

/** What somebody may do on a site, least first. */
public enum Role {
  READER,
  OWNER
}
