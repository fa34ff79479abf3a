package io.causerie.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rights of a role that the service runs as while another one owns the schema. */
public final class Grants {
  private static final String READ = "select";
  private static final String APPEND = "select, insert";
  private static final String APPEND_AND_FORGET = "select, insert, delete";
  private static final String CHANGE = "select, insert, update";
  private static final String ALL = "select, insert, update, delete";

  /** Nothing that the service keeps is missing here, and nothing has more than the service does. */
  private static final Map<String, String> TABLE_TO_RIGHTS = new TreeMap<>(Map.ofEntries(
      Map.entry("migrations", READ),
      Map.entry("sites", CHANGE),
      Map.entry("secrets", APPEND),
      Map.entry("accounts", CHANGE),
      Map.entry("members", ALL),
      Map.entry("api_tokens", ALL),
      Map.entry("sessions", ALL),
      Map.entry("invitations", ALL),
      Map.entry("second_factors", ALL),
      Map.entry("passkeys", ALL),
      Map.entry("ceremonies", ALL),
      Map.entry("authors", CHANGE),
      Map.entry("author_emails", CHANGE),
      Map.entry("tokens", ALL),
      Map.entry("threads", ALL),
      Map.entry("thread_aliases", ALL),
      Map.entry("comments", CHANGE),
      Map.entry("comment_search", CHANGE),
      Map.entry("comment_scores", CHANGE),
      Map.entry("bans", CHANGE),
      Map.entry("flags", CHANGE),
      Map.entry("queue_totals", ALL),
      Map.entry("moderation_log", APPEND),
      Map.entry("log_heads", READ),
      Map.entry("idempotency_keys", ALL),
      Map.entry("looking", ALL),
      Map.entry("followers", ALL),
      Map.entry("events", APPEND_AND_FORGET)));

  /** A role that can become the owner could also undo what the owner forbids. */
  private static final String IS_OWNER =
      """
      select pg_has_role($1, relowner, 'member') as is_owner,
        quote_ident($1) as role, quote_ident(current_schema()) as schema
      from pg_class
      where oid = 'moderation_log'::regclass
      """;

  private final Database db;

  public Grants(Database db) {
    this.db = db;
  }

  /**
   * What the role had before is taken from it. Fails with IllegalArgumentException, with nothing
   * changed, for a role that owns the schema or may act as its owner.
   */
  public Future<Void> to(String role) {
    return db.transaction(conn -> conn.preparedQuery(IS_OWNER)
        .execute(Tuple.of(role))
        .compose(rows -> grant(conn, role, rows.iterator().next())));
  }

  private static Future<Void> grant(SqlConnection conn, String role, Row facts) {
    if (facts.getBoolean("is_owner")) {
      throw new IllegalArgumentException(
          role + " owns the schema, or may act as the role that does:"
              + " the service needs a role of its own");
    }
    String script =
        String.join(";", statements(facts.getString("schema"), facts.getString("role")));
    return conn.query(script).execute().mapEmpty();
  }

  private static List<String> statements(String schema, String role) {
    List<String> statements = new ArrayList<>(List.of(
        "revoke all on all tables in schema " + schema + " from " + role,
        "grant usage on schema " + schema + " to " + role,
        "grant usage on all sequences in schema " + schema + " to " + role,
        "grant execute on all functions in schema " + schema + " to " + role));
    TABLE_TO_RIGHTS.forEach((table, rights) ->
        statements.add("grant " + rights + " on " + schema + "." + table + " to " + role));
    return statements;
  }
}
