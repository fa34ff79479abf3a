package io.causerie.account;

import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts as far as signing in goes: their passwords, and the sites they lead to. */
public final class AccountStore {
  private static final String FIND =
      "select id, name, password_hash from accounts where sign_in_name = $1";

  private static final String GET = "select id, name, password_hash from accounts where id = $1";

  private static final String SITES =
      "select site_id, role from members where account_id = $1 order by site_id";

  private static final String REPLACE_HASH =
      "update accounts set password_hash = $3 where id = $1 and password_hash = $2";

  /** Ends all sessions of the account but one. */
  public static final String SET_PASSWORD =
      """
      with ended as (
        delete from sessions where account_id = $1 and id <> $3
      )
      update accounts set password_hash = $2 where id = $1
      """;

  private final Database db;

  public AccountStore(Database db) {
    this.db = db;
  }

  public Future<Optional<Account>> find(String name) {
    return db.query(FIND, Tuple.of(name)).map(rows -> {
      for (Row row : rows) {
        return Optional.of(account(row));
      }
      return Optional.empty();
    });
  }

  public Future<Account> get(long id) {
    return db.query(GET, Tuple.of(id)).map(rows -> account(rows.iterator().next()));
  }

  /** Each with what the account is there. */
  public Future<JsonArray> sites(long accountId) {
    return db.query(SITES, Tuple.of(accountId)).map(rows -> {
      JsonArray sites = new JsonArray();
      rows.forEach(row -> sites.add(
          new JsonObject().put("id", row.getString("site_id")).put("role", row.getString("role"))));
      return sites;
    });
  }

  /** Keeps another hash of the same password, unless the password was changed meanwhile. */
  public Future<Void> replaceHash(Account account, String hash) {
    @Nullable String old = account.passwordHash();
    return db.query(REPLACE_HASH, Tuple.of(account.id(), old, hash)).mapEmpty();
  }

  /** Ends all sessions of the account but that one. */
  public Future<Void> setPassword(Session session, String hash) {
    return db.query(SET_PASSWORD, Tuple.of(session.accountId(), hash, session.id()))
        .mapEmpty();
  }

  private static Account account(Row row) {
    return new Account(row.getLong("id"), row.getString("name"), row.getString("password_hash"));
  }
}
