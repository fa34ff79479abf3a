package io.causerie.app;

import static io.causerie.http.RateLimits.Action.MODERATE;
import static io.causerie.http.RateLimits.Action.SIGN_IN;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.causerie.account.AccountStore;
import io.causerie.http.OwnCookie;
import io.causerie.signin.AcceptInvitation;
import io.causerie.signin.AccountHandlers;
import io.causerie.signin.InvitationHandlers;
import io.causerie.signin.KnownBrowsers;
import io.causerie.signin.PasskeySignInHandlers;
import io.causerie.signin.SecondFactorHandlers;
import io.causerie.signin.SessionHandlers;
import io.causerie.signin.SessionStart;
import io.causerie.signin.SignIn;
import io.causerie.signin.SignInAttempts;
import io.causerie.signin.passkey.CeremonyStore;
import io.causerie.signin.passkey.PasskeyCeremonies;
import io.causerie.signin.passkey.PasskeyHandlers;
import io.causerie.signin.passkey.PasskeyStore;
import io.causerie.signin.passkey.WebAuthn;
import io.causerie.signin.password.Passwords;
import io.causerie.signin.totp.RecoveryCodes;
import io.causerie.signin.totp.SecondFactorStore;
import io.causerie.signin.totp.SecondFactors;
import io.causerie.team.InvitationStore;

/** The routes of signing in and of one's own account: {@code /api/v1/…}. */
final class AccountRoutes {
  private final Routes api;
  private final Guards guards;
  private final Core core;
  private final AccountStore accounts;
  private final Passwords passwords;
  private final SecondFactors secondFactors;
  private final PasskeyStore passkeys;
  private final PasskeyCeremonies ceremonies;
  private final KnownBrowsers devices;
  private final SessionStart signedIn;

  private AccountRoutes(Routes api, Guards guards, Core core) {
    this.api = api;
    this.guards = guards;
    this.core = core;
    accounts = new AccountStore(core.db);
    passwords = new Passwords(core.vertx, core.tuning.hash());
    secondFactors = new SecondFactors(
        new SecondFactorStore(core.db, core.config.seal(), core.clock),
        new RecoveryCodes(core.secrets),
        core.clock);
    passkeys = new PasskeyStore(core.db, core.clock);
    ceremonies = new PasskeyCeremonies(
        new WebAuthn(core.vertx), new CeremonyStore(core.db, core.clock), passkeys);
    devices =
        new KnownBrowsers(core.secrets, new OwnCookie("causerie-device", core.own), core.clock);
    signedIn = new SessionStart(core.sessions, accounts, secondFactors, devices, core.cookie);
  }

  static void add(Routes api, Guards guards, Core core) {
    var routes = new AccountRoutes(api, guards, core);
    routes.session();
    routes.passkeySession();
    routes.invitations();
    routes.account();
    routes.secondFactors();
    routes.passkeys();
  }

  private void session() {
    var session = new SessionHandlers(
        new SignInAttempts(core.gate.limits(), devices),
        new SignIn(accounts, passwords, secondFactors),
        signedIn);
    api.add(GET, "/session", guards.account(MODERATE), session::show);
    api.add(POST, "/session", guards.account(SIGN_IN), session::begin);
    api.add(DELETE, "/session", guards.account(MODERATE), session::end);
    api.add(POST, "/session/confirmation", guards.account(SIGN_IN), session::confirm);
  }

  private void passkeySession() {
    var passkey = new PasskeySignInHandlers(ceremonies, signedIn, core.own);
    Routes session = api.below("/session");
    session.add(POST, "/passkey/options", guards.account(SIGN_IN), passkey::askToSignIn);
    session.add(POST, "/passkey", guards.account(SIGN_IN), passkey::signIn);
    Routes confirmation = session.below("/confirmation/passkey");
    confirmation.add(POST, "/options", guards.account(SIGN_IN), passkey::askToConfirm);
    confirmation.add(POST, "", guards.account(SIGN_IN), passkey::confirm);
  }

  private void invitations() {
    var invitations = new InvitationHandlers(
        new InvitationStore(core.db, core.clock),
        new AcceptInvitation(core.db, core.clock),
        passwords,
        signedIn);
    api.add(POST, "/invitations/look", guards.account(SIGN_IN), invitations::look);
    api.add(POST, "/invitations/accept", guards.account(SIGN_IN), invitations::accept);
  }

  private void account() {
    var account = new AccountHandlers(core.sessions, accounts, passwords, signedIn);
    api.add(GET, "/account/sessions", guards.account(MODERATE), account::sessions);
    api.add(DELETE, "/account/sessions", guards.account(MODERATE), account::endOtherSessions);
    api.add(DELETE, "/account/sessions/:id", guards.account(MODERATE), account::endSession);
    api.add(PUT, "/account/password", guards.accountConfirmed(), account::changePassword);
  }

  /** The first code is a guess like others, so that it is limited like signing in. */
  private void secondFactors() {
    var factors = new SecondFactorHandlers(secondFactors, core.own);
    api.add(POST, "/account/totp", guards.accountConfirmed(), factors::offer);
    api.add(PUT, "/account/totp", guards.account(SIGN_IN), factors::turnOn);
    api.add(DELETE, "/account/totp", guards.accountConfirmed(), factors::turnOff);
    api.add(
        POST, "/account/recovery-codes", guards.accountConfirmed(), factors::renewRecoveryCodes);
  }

  private void passkeys() {
    var handlers = new PasskeyHandlers(passkeys, ceremonies, core.own);
    Routes own = api.below("/account/passkeys");
    own.add(GET, "", guards.account(MODERATE), handlers::list);
    own.add(POST, "/options", guards.accountConfirmed(), handlers::ask);
    own.add(POST, "", guards.accountConfirmed(), handlers::register);
    own.add(DELETE, "/:id", guards.accountConfirmed(), handlers::remove);
  }
}
