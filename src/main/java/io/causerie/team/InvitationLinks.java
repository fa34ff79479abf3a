package io.causerie.team;

import io.causerie.account.AccountStore;
import io.causerie.account.Actor;
import io.causerie.account.Role;
import io.causerie.core.Token;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Makes invitation links on the command line. */
public final class InvitationLinks {
  private final InvitationStore invitations;
  private final AccountStore accounts;
  private final String origin;

  /** The links lead to the given origin. */
  public InvitationLinks(InvitationStore invitations, AccountStore accounts, String origin) {
    this.invitations = invitations;
    this.accounts = accounts;
    this.origin = origin;
  }

  /** The token is in the fragment: that part of an address is never sent, and so is in no log. */
  static String link(String origin, Token token) {
    return origin + "/moderation/#invitation=" + token.value();
  }

  /** For any person who opens it. Fails with CONFLICT when the site has as many as may be. */
  public Future<String> toTeam(String siteId, Role role) {
    return invitations
        .create(siteId, role, Actor.CONSOLE)
        .map(created -> link(origin, created.token()));
  }

  /** For a member, to set a password. */
  public Future<String> toMember(String siteId, String name, Role role) {
    return accounts
        .find(name)
        .compose(account -> invitations.create(siteId, role, account.orElseThrow(), Actor.CONSOLE))
        .map(created -> link(origin, created.token()));
  }

  /** What to tell about a site without an owner; the link before it is dead. */
  public Future<String> toOwner(String siteId) {
    return invitations
        .createFirst(siteId)
        .map(created ->
            "owner of " + siteId + ": " + link(origin, created.token()) + " (once, for 72 hours)");
  }

  /** The same for each site without an owner who can sign in. */
  public Future<List<String>> toOwners() {
    return invitations.unowned().compose(sites -> {
      Future<List<String>> lines = Future.succeededFuture(new ArrayList<>());
      for (String site : sites) {
        lines = lines.compose(told -> toOwner(site).map(line -> {
          told.add(line);
          return told;
        }));
      }
      return lines;
    });
  }
}
