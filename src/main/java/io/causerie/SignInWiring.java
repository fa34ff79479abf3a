package io.causerie;

import io.causerie.account.MemberStore;
import io.causerie.account.SessionStore;
import io.causerie.account.Sessions;
import io.causerie.account.StepUp;
import io.causerie.config.Config;
import io.causerie.db.Database;
import io.causerie.db.Secrets;
import io.causerie.http.OwnCookie;
import io.causerie.http.OwnOrigin;
import io.causerie.http.RateLimits;
import io.causerie.http.SameOrigin;
import io.causerie.signin.AcceptInvitation;
import io.causerie.signin.AccountHandlers;
import io.causerie.signin.AccountStore;
import io.causerie.signin.CeremonyStore;
import io.causerie.signin.Devices;
import io.causerie.signin.Guesses;
import io.causerie.signin.InvitationHandlers;
import io.causerie.signin.InvitationLinks;
import io.causerie.signin.InvitationStore;
import io.causerie.signin.PasskeyCeremonies;
import io.causerie.signin.PasskeyHandlers;
import io.causerie.signin.PasskeySignInHandlers;
import io.causerie.signin.PasskeyStore;
import io.causerie.signin.Passwords;
import io.causerie.signin.RecoveryCodes;
import io.causerie.signin.SecondFactorHandlers;
import io.causerie.signin.SecondFactorStore;
import io.causerie.signin.SecondFactors;
import io.causerie.signin.SessionHandlers;
import io.causerie.signin.SignIn;
import io.causerie.signin.SignedIn;
import io.causerie.signin.TeamHandlers;
import io.causerie.signin.WebAuthn;
import io.causerie.site.SiteStore;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** The parts of signing in put together, for {@link App}. */
final class SignInWiring {
  private final Config config;
  private final AccountStore accounts;
  private final InvitationStore invitations;
  private final SignInParts parts;

  SignInWiring(
      Vertx vertx,
      Config config,
      Database db,
      SiteStore sites,
      Secrets secrets,
      RateLimits limits,
      InstantSource clock,
      Tuning tuning) {
    this.config = config;
    accounts = new AccountStore(db);
    invitations = new InvitationStore(db, clock);
    OwnOrigin own = new OwnOrigin(config.url());
    OwnCookie cookie = new OwnCookie("causerie", own);
    Devices devices = new Devices(secrets, new OwnCookie("causerie-device", own), clock);
    SessionStore sessions = new SessionStore(db, clock);
    Passwords passwords = new Passwords(vertx, tuning.hash());
    SecondFactors secondFactor = new SecondFactors(
        new SecondFactorStore(db, config.seal(), clock), new RecoveryCodes(secrets), clock);
    PasskeyStore passkeys = new PasskeyStore(db, clock);
    PasskeyCeremonies ceremonies =
        new PasskeyCeremonies(new WebAuthn(vertx), new CeremonyStore(db, clock), passkeys);
    SignedIn signedIn = new SignedIn(sessions, accounts, secondFactor, devices, cookie);
    SignIn signIn = new SignIn(accounts, passwords, secondFactor);
    parts = new SignInParts(
        new SameOrigin(own, cookie),
        new Sessions(sessions, cookie),
        new StepUp(clock),
        new SessionHandlers(new Guesses(limits, devices), signIn, signedIn),
        new AccountHandlers(sessions, accounts, passwords, signedIn),
        new InvitationHandlers(invitations, new AcceptInvitation(db, clock), passwords, signedIn),
        new TeamHandlers(sites, new MemberStore(db, clock), invitations, own),
        new SecondFactorHandlers(secondFactor, own),
        new PasskeyHandlers(passkeys, ceremonies, own),
        new PasskeySignInHandlers(ceremonies, signedIn, own));
  }

  SignInParts parts() {
    return parts;
  }

  /** To the origin of the settings, or else the given one. */
  InvitationLinks links(String otherwise) {
    String url = config.url();
    return new InvitationLinks(invitations, accounts, url == null ? otherwise : url);
  }
}
