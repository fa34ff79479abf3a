package io.causerie.account;

import io.causerie.core.Token;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the caller by the {@code Authorization: Bearer} header; afterwards {@link Viewer#of}
 * answers. Fails with UNAUTHENTICATED for a token that is malformed, dead, or of another site.
 */
public final class Viewers implements Handler<RoutingContext> {
  static final String VIEWER = "viewer";
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,512})");

  private final TokenStore tokens;
  private final Function<RoutingContext, String> siteId;
  private final @Nullable Token adminToken;

  /** @param siteId of the site that a request is about */
  public Viewers(
      TokenStore tokens, @Nullable String adminToken, Function<RoutingContext, String> siteId) {
    this.tokens = tokens;
    this.siteId = siteId;
    this.adminToken = adminToken == null ? null : new Token(adminToken);
  }

  @Override
  public void handle(RoutingContext ctx) {
    String header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      ctx.next();
      return;
    }
    recognise(header, siteId.apply(ctx))
        .onSuccess(viewer -> {
          ctx.put(VIEWER, viewer);
          ctx.next();
        })
        .onFailure(ctx::fail);
  }

  /** The viewer as of now, for a long-lived answer. */
  public Future<Viewer> again(RoutingContext ctx) {
    String header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header == null
        ? Future.succeededFuture(Viewer.ANONYMOUS)
        : recognise(header, siteId.apply(ctx));
  }

  private Future<Viewer> recognise(String header, String siteId) {
    var bearer = BEARER.matcher(header.strip());
    if (!bearer.matches()) {
      return Future.failedFuture(Problem.unauthenticated("Authorization must be: Bearer <token>"));
    }
    String token = bearer.group(1);
    if (adminToken != null && adminToken.matches(token)) {
      return Future.succeededFuture(Viewer.ADMIN);
    }
    return tokens
        .find(new Token(token), siteId)
        .map(viewer -> viewer.orElseThrow(
            () -> Problem.unauthenticated("the token is not valid on this site")));
  }
}
