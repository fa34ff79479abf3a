package io.causerie;

import static io.causerie.http.RateLimits.Action.MODERATE;
import static io.causerie.http.RateLimits.Action.SIGN_IN;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.causerie.http.RateLimits.Action;
import io.causerie.http.RequestBodies;
import io.causerie.http.SameOrigin;
import io.causerie.signin.AccountHandlers;
import io.causerie.signin.InvitationHandlers;
import io.causerie.signin.PasskeyHandlers;
import io.causerie.signin.PasskeySignInHandlers;
import io.causerie.signin.SecondFactorHandlers;
import io.causerie.signin.SessionHandlers;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;

/** The part of {@link Api} for whoever uses our own pages, on no site in particular. */
final class OwnPagesApi {
  private OwnPagesApi() {}

  static void add(Router api, Parts parts) {
    sessions(api, parts);
    account(api, parts);
    secondFactors(api, parts);
    passkeys(api, parts);
  }

  private static void sessions(Router api, Parts parts) {
    SessionHandlers session = parts.signIn().session();
    PasskeySignInHandlers passkey = parts.signIn().passkeySession();
    InvitationHandlers invitations = parts.signIn().invitations();
    route(api, parts, GET, "/session", MODERATE).respond(session::show);
    route(api, parts, POST, "/session", SIGN_IN).respond(session::begin);
    route(api, parts, DELETE, "/session", MODERATE).respond(session::end);
    route(api, parts, POST, "/session/confirmation", SIGN_IN).respond(session::confirm);
    route(api, parts, POST, "/session/passkey/options", SIGN_IN).respond(passkey::askToSignIn);
    route(api, parts, POST, "/session/passkey", SIGN_IN).respond(passkey::signIn);
    route(api, parts, POST, "/session/confirmation/passkey/options", SIGN_IN)
        .respond(passkey::askToConfirm);
    route(api, parts, POST, "/session/confirmation/passkey", SIGN_IN).respond(passkey::confirm);
    route(api, parts, POST, "/invitations/look", SIGN_IN).respond(invitations::look);
    route(api, parts, POST, "/invitations/accept", SIGN_IN).respond(invitations::accept);
  }

  private static void account(Router api, Parts parts) {
    AccountHandlers account = parts.signIn().account();
    route(api, parts, GET, "/account/sessions", MODERATE).respond(account::sessions);
    route(api, parts, DELETE, "/account/sessions", MODERATE).respond(account::endOtherSessions);
    route(api, parts, DELETE, "/account/sessions/:id", MODERATE).respond(account::endSession);
    confirmed(api, parts, PUT, "/account/password").respond(account::changePassword);
  }

  /** The first code is a guess like others, so that it is limited like signing in. */
  private static void secondFactors(Router api, Parts parts) {
    SecondFactorHandlers factors = parts.signIn().secondFactors();
    confirmed(api, parts, POST, "/account/totp").respond(factors::offer);
    route(api, parts, PUT, "/account/totp", SIGN_IN).respond(factors::turnOn);
    confirmed(api, parts, DELETE, "/account/totp").respond(factors::turnOff);
    confirmed(api, parts, POST, "/account/recovery-codes").respond(factors::renewRecoveryCodes);
  }

  private static void passkeys(Router api, Parts parts) {
    PasskeyHandlers passkeys = parts.signIn().passkeys();
    route(api, parts, GET, "/account/passkeys", MODERATE).respond(passkeys::list);
    confirmed(api, parts, POST, "/account/passkeys/options").respond(passkeys::ask);
    confirmed(api, parts, POST, "/account/passkeys").respond(passkeys::register);
    confirmed(api, parts, DELETE, "/account/passkeys/:id").respond(passkeys::remove);
  }

  /** For what wants a session that was confirmed a moment ago. */
  private static Route confirmed(Router api, Parts parts, HttpMethod method, String path) {
    return route(api, parts, method, path, MODERATE).handler(parts.signIn().stepUp());
  }

  private static Route route(
      Router api, Parts parts, HttpMethod method, String path, Action limit) {
    String address = "/api/v1" + path;
    SameOrigin sameOrigin = parts.signIn().sameOrigin();
    api.route(method, address)
        .handler(parts.limits().limit(limit))
        .handler(limit == SIGN_IN ? sameOrigin.always() : sameOrigin.byCookie())
        .handler(RequestBodies.later())
        .handler(parts.signIn().sessions().known());
    return Api.withBody(api, parts, method, address, Api.LARGEST_REQUEST);
  }
}
