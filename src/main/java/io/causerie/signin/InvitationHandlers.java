package io.causerie.signin;

import io.causerie.account.Account;
import io.causerie.account.Session;
import io.causerie.core.Token;
import io.causerie.http.JsonFields;
import io.causerie.http.Params;
import io.causerie.signin.password.Passwords;
import io.causerie.team.Invitation;
import io.causerie.team.InvitationStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** What the page behind an invitation asks. */
public final class InvitationHandlers {
  private final InvitationStore invitations;
  private final AcceptInvitation accept;
  private final Passwords passwords;
  private final SessionStart signedIn;

  public InvitationHandlers(
      InvitationStore invitations,
      AcceptInvitation accept,
      Passwords passwords,
      SessionStart signedIn) {
    this.invitations = invitations;
    this.accept = accept;
    this.passwords = passwords;
    this.signedIn = signedIn;
  }

  public Future<JsonObject> look(RoutingContext ctx) {
    Token token = Acceptance.token(Params.body(ctx));
    return invitations.look(token).map(Invitation::toGuest);
  }

  public Future<JsonObject> accept(RoutingContext ctx) {
    JsonFields json = Params.body(ctx);
    Token token = Acceptance.token(json);
    return invitations.look(token).compose(invitation -> accept(ctx, json, token, invitation));
  }

  private Future<JsonObject> accept(
      RoutingContext ctx, JsonFields json, Token token, Invitation invitation) {
    @Nullable Session session = Session.orNull(ctx);
    if (invitation.accountId() != null && invitation.name() != null) {
      var member = new Account(invitation.accountId(), invitation.name(), null);
      Acceptance asked = Acceptance.ofMember(token, json);
      return passwords
          .hashNew(asked.password(), member.name())
          .compose(hash -> accept.asMember(invitation, token, member, hash))
          .compose(accountId -> signedIn.begin(ctx, accountId));
    }
    if (session != null && Acceptance.isOfSession(json)) {
      return accept
          .asSignedIn(invitation, token, session)
          .compose(accountId -> signedIn.show(session));
    }
    Acceptance asked = Acceptance.ofNewcomer(token, json);
    return passwords
        .hashNew(asked.password(), asked.name())
        .compose(hash -> accept.asNewcomer(invitation, asked, hash))
        .compose(accountId -> signedIn.begin(ctx, accountId));
  }
}
