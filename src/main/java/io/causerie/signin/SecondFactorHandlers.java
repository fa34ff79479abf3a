package io.causerie.signin;

import io.causerie.account.Session;
import io.causerie.http.JsonFields;
import io.causerie.http.OwnOrigin;
import io.causerie.http.Params;
import io.causerie.signin.totp.SecondFactors;
import io.causerie.signin.totp.TotpOffer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;

/** The authenticator app of the signed-in account, and its recovery codes. */
public final class SecondFactorHandlers {
  private static final Pattern AROUND_THE_HOST = Pattern.compile("^https?://|:[0-9]+$");

  private final SecondFactors factors;
  private final OwnOrigin own;

  public SecondFactorHandlers(SecondFactors factors, OwnOrigin own) {
    this.factors = factors;
    this.own = own;
  }

  public Future<JsonObject> offer(RoutingContext ctx) {
    Session session = Session.of(ctx);
    Params.body(ctx).check();
    String host = AROUND_THE_HOST.matcher(own.of(ctx.request())).replaceAll("");
    return factors.offer(session.accountId(), host, session.name()).map(TotpOffer::toJson);
  }

  public Future<JsonObject> turnOn(RoutingContext ctx) {
    long accountId = Session.of(ctx).accountId();
    JsonFields json = Params.body(ctx);
    String code = json.required("code");
    Credentials.checkLength(code, json);
    json.check();
    return factors.turnOn(accountId, code).map(SecondFactorHandlers::shown);
  }

  public Future<Void> turnOff(RoutingContext ctx) {
    return factors.turnOff(Session.of(ctx).accountId());
  }

  public Future<JsonObject> renewRecoveryCodes(RoutingContext ctx) {
    Params.body(ctx).check();
    return factors.renewRecoveryCodes(Session.of(ctx).accountId()).map(SecondFactorHandlers::shown);
  }

  private static JsonObject shown(List<String> codes) {
    return new JsonObject().put("recoveryCodes", new JsonArray(codes));
  }
}
