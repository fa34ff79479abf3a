package io.causerie.testing;

import static java.util.Map.entry;

import io.causerie.core.Id;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For each route a request that succeeds for who may send it. What it names in braces is made anew for
 * each request, so that none depends on another.
 */
public final class AccessRequests {
  private static final Pattern THING = Pattern.compile("\\{([a-z]+)}");
  private static final String TOKEN =
      """
      insert into api_tokens (id, hash, site_id, name, scopes, created_by, created_at)
      values (%1$d, sha256('%1$d'), '%2$s', 'Export', '{read}', 'test', now())
      """;
  private static final String SESSION =
      """
      insert into sessions (id, hash, account_id, created_at, confirmed_at, last_used_at, expires_at)
      select %1$d, sha256('%1$d'), id, now(), now(), now(), now() + interval '1 hour'
      from accounts where name = 'Mo'
      """;
  private static final String MEMBER =
      """
      with account as (
        insert into accounts (id, name, created_at) values (%1$d, 'Member %1$d', now()) returning id
      )
      insert into members (site_id, account_id, role, created_at)
      select '%2$s', id, 'moderator', now() from account
      """;
  private static final String PASSKEY =
      """
      delete from passkeys where account_id = (select id from accounts where name = 'Mo');
      insert into passkeys (id, account_id, name, credential_id, public_key, aaguid, sign_count,
        created_at)
      select %1$d, id, 'Key', int8send(%1$d), 'x', gen_random_uuid(), 0, now()
      from accounts where name = 'Mo';
      """;
  private static final Map<String, String> ROUTE_TO_REQUEST = Map.ofEntries(
      entry("GET /health/live", "/health/live"),
      entry("GET /health/ready", "/health/ready"),
      entry("GET /metrics", "/metrics"),
      entry("GET /demo/*", "/demo/"),
      entry("GET *", "/widget.js"),
      entry("GET /api/v1/session", "/api/v1/session"),
      entry(
          "POST /api/v1/session",
          "/api/v1/session {'name': 'Mo', 'password': '" + OwnPage.PASSWORD + "'}"),
      entry("DELETE /api/v1/session", "/api/v1/session"),
      entry(
          "POST /api/v1/session/confirmation",
          "/api/v1/session/confirmation {'password': '" + OwnPage.PASSWORD + "'}"),
      entry("GET /api/v1/account/sessions", "/api/v1/account/sessions"),
      entry("DELETE /api/v1/account/sessions", "/api/v1/account/sessions"),
      entry("DELETE /api/v1/account/sessions/:id", "/api/v1/account/sessions/{session}"),
      entry(
          "PUT /api/v1/account/password",
          "/api/v1/account/password {'password': '" + OwnPage.PASSWORD + "'}"),
      entry("POST /api/v1/invitations/look", "/api/v1/invitations/look {'token': '{link}'}"),
      entry(
          "POST /api/v1/invitations/accept",
          "/api/v1/invitations/accept {'token': '{link}', 'name': '{name}', 'password': '"
              + OwnPage.PASSWORD + "'}"),
      entry("GET :site/moderation/team", ":site/moderation/team"),
      entry(
          "POST :site/moderation/team/invitations",
          ":site/moderation/team/invitations {'role': 'moderator'}"),
      entry(
          "DELETE :site/moderation/team/invitations/:id",
          ":site/moderation/team/invitations/{invitation}"),
      entry(
          "PATCH :site/moderation/team/members/:id",
          ":site/moderation/team/members/{member} {'role': 'owner'}"),
      entry("DELETE :site/moderation/team/members/:id", ":site/moderation/team/members/{member}"),
      entry("POST /api/v1/session/passkey/options", "/api/v1/session/passkey/options {}"),
      entry("POST /api/v1/session/passkey", "/api/v1/session/passkey {'ceremony': 'x'}"),
      entry(
          "POST /api/v1/session/confirmation/passkey/options",
          "/api/v1/session/confirmation/passkey/options {'unknown': '{passkey}'}"),
      entry(
          "POST /api/v1/session/confirmation/passkey",
          "/api/v1/session/confirmation/passkey {'ceremony': 'x'}"),
      entry("POST /api/v1/account/totp", "/api/v1/account/totp {}"),
      entry("PUT /api/v1/account/totp", "/api/v1/account/totp {'code': ''}"),
      entry("DELETE /api/v1/account/totp", "/api/v1/account/totp"),
      entry("POST /api/v1/account/recovery-codes", "/api/v1/account/recovery-codes {}"),
      entry("GET /api/v1/account/passkeys", "/api/v1/account/passkeys"),
      entry("POST /api/v1/account/passkeys/options", "/api/v1/account/passkeys/options {}"),
      entry("POST /api/v1/account/passkeys", "/api/v1/account/passkeys {'ceremony': 'x'}"),
      entry("DELETE /api/v1/account/passkeys/:id", "/api/v1/account/passkeys/{passkey}"),
      entry("GET :site/comments", ":site/comments?thread={thread}"),
      entry("GET :site/counts", ":site/counts?thread={thread}"),
      entry("GET :site/comments/:id", ":site/comments/{comment}"),
      entry("GET :site/comments/:id/replies", ":site/comments/{comment}/replies"),
      entry("GET :site/comments/:id/source", ":site/comments/{comment}/source"),
      entry("GET :site/comments/:id/look", ":site/comments/{comment}/look"),
      entry("GET :site/me", ":site/me?thread={thread}"),
      entry("GET :site/form", ":site/form"),
      entry(
          "POST :site/comments",
          ":site/comments {'thread': '{thread}', 'parentId': '{comment}', 'author': {'name': 'Bo'},"
              + " 'body': 'An answer in {thread}'}"),
      entry("POST :site/preview", ":site/preview {'body': 'Hello'}"),
      entry("POST :site/comments/:id/flags", ":site/comments/{comment}/flags {'reason': 'spam'}"),
      entry("OPTIONS :site/*", ":site/comments"),
      entry("OPTIONS :site/moderation/*", ":site/moderation/comments"),
      entry("GET :site/moderation/comments", ":site/moderation/comments?author={author}"),
      entry("GET :site/moderation/comments/:id", ":site/moderation/comments/{comment}"),
      entry(
          "GET :site/moderation/comments/:id/context",
          ":site/moderation/comments/{comment}/context"),
      entry("POST :site/moderation/comments/:id/look", ":site/moderation/comments/{comment}/look"),
      entry("GET :site/moderation/totals", ":site/moderation/totals"),
      entry("GET :site/moderation/live", ":site/moderation/live"),
      entry("PUT :site/moderation/looking", ":site/moderation/looking {'comment': '{comment}'}"),
      entry(
          "POST :site/moderation/decisions",
          ":site/moderation/decisions {'ids': ['{comment}'], 'status': 'spam'}"),
      entry("GET :site/moderation/threads", ":site/moderation/threads?thread={thread}"),
      entry(
          "PATCH :site/moderation/threads",
          ":site/moderation/threads {'thread': '{thread}', 'closed': true}"),
      entry(
          "POST :site/moderation/threads/merge",
          ":site/moderation/threads/merge {'from': '{thread}', 'into': '{target}'}"),
      entry("GET :site/moderation/bans", ":site/moderation/bans?active=true"),
      entry(
          "POST :site/moderation/bans",
          ":site/moderation/bans {'authorId': '{author}', 'reason': 'Shouts'}"),
      entry("DELETE :site/moderation/bans/:id", ":site/moderation/bans/{ban}"),
      entry("GET :site/moderation/settings", ":site/moderation/settings"),
      entry("PATCH :site/moderation/settings", ":site/moderation/settings {'maxBodyLength': 5000}"),
      entry(
          "POST :site/moderation/settings/preview",
          ":site/moderation/settings/preview {'settings': {'holdFromLinks': 2}}"),
      entry("GET :site/moderation/dashboard", ":site/moderation/dashboard"),
      entry("GET :site/moderation/log", ":site/moderation/log?comment={comment}"),
      entry("GET :site/moderation/log/export", ":site/moderation/log/export?comment={comment}"),
      entry("GET :site/moderation/tokens", ":site/moderation/tokens"),
      entry(
          "POST :site/moderation/tokens",
          ":site/moderation/tokens {'name': 'Export', 'scopes': ['read']}"),
      entry("DELETE :site/moderation/tokens/:id", ":site/moderation/tokens/{token}"));

  /** A request ready to be sent. */
  public record Prepared(String target, @Nullable Buffer body) {}

  private final TestApp app;
  private int things;

  public AccessRequests(TestApp app) {
    this.app = app;
  }

  public static boolean namesAThing(String route) {
    return THING.matcher(request(route)).find();
  }

  /** A request to a site about things of another or of the same. */
  public Prepared prepare(String route, String site, String siteOfThings) {
    String[] parts = filled(request(route), siteOfThings)
        .replaceFirst("^:site", "/api/v1/sites/" + site)
        .split(" ", 2);
    return new Prepared(
        parts[0], parts.length == 1 ? null : Buffer.buffer(parts[1].replace('\'', '"')));
  }

  private static String request(String route) {
    String request = ROUTE_TO_REQUEST.get(route);
    if (request == null) {
      throw new AssertionError("no request is known for " + route);
    }
    return request;
  }

  private String filled(String request, String site) {
    if (!THING.matcher(request).find()) {
      return request;
    }
    String thread = thread();
    String comment = post(site, thread);
    return THING.matcher(request).replaceAll(found -> thing(found, site, thread, comment));
  }

  private String thing(MatchResult found, String site, String thread, String comment) {
    return switch (found.group(1)) {
      case "thread" -> thread;
      case "comment" -> comment;
      case "author" -> author(comment);
      case "target" -> target(site);
      case "ban" -> ban(site, author(comment));
      case "token" -> token(site);
      case "passkey" -> passkey();
      case "session" -> session();
      case "link" -> link(site);
      case "invitation" -> invite(site).getJsonObject("invitation").getString("id");
      case "member" -> member(site);
      case "name" -> "Newcomer " + ++things;
      default -> throw new AssertionError(found.group());
    };
  }

  private String thread() {
    things++;
    return "/thread-" + things;
  }

  private String target(String site) {
    String thread = thread();
    post(site, thread);
    return thread;
  }

  /** By a new guest who is not screened. */
  private String post(String site, String thread) {
    return TestApp.id(asAdmin(site, "/comments", TestApp.comment(thread, "Hello in " + thread)));
  }

  private String author(String comment) {
    return Id.format(
        app.database().count("select author_id from comments where id = " + Id.parse(comment)));
  }

  private String ban(String site, String author) {
    JsonObject ban = new JsonObject().put("authorId", author).put("reason", "Shouts");
    return asAdmin(site, "/moderation/bans", ban).json().getJsonObject("ban").getString("id");
  }

  /** Not over HTTP, where a site may have a hundred only. */
  private String token(String site) {
    long id = Id.at(Instant.now());
    app.database().execute(TOKEN.formatted(id, site));
    return Id.format(id);
  }

  /** Of the moderator who is signed in. */
  private String session() {
    long id = Id.at(Instant.now());
    app.database().execute(SESSION.formatted(id));
    return Id.format(id);
  }

  /** What is secret in it. */
  private String link(String site) {
    return OwnPage.tokenOf(invite(site).getString("link"));
  }

  /** No more of them than a site may have. */
  private JsonObject invite(String site) {
    app.database().execute("delete from invitations where site_id = '" + site + "'");
    return asAdmin(site, "/moderation/team/invitations", new JsonObject().put("role", "moderator"))
        .json();
  }

  private String member(String site) {
    long id = Id.at(Instant.now());
    app.database().execute(MEMBER.formatted(id, site));
    return Id.format(id);
  }

  /** Of the moderator who is signed in. */
  private String passkey() {
    long id = Id.at(Instant.now());
    app.database().execute(PASSKEY.formatted(id));
    return Id.format(id);
  }

  private Answer asAdmin(String site, String path, JsonObject body) {
    return app.send(
        HttpMethod.POST,
        "/api/v1/sites/" + site + path,
        Team.jsonFrom(TestApp.ADMIN_TOKEN),
        body.toBuffer());
  }
}
