package io.causerie.site;

import com.github.benmanes.caffeine.cache.Ticker;
import io.causerie.db.Database;
import io.causerie.db.DatabaseCache;
import io.causerie.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The sites. A change made elsewhere is seen within a second. */
public final class SiteStore {
  private static final String FIND = "select id, origins, settings from sites where id = $1";

  private static final String ALL = "select id, origins, settings from sites order by id";

  private static final String ADD =
      """
      insert into sites (id, origins, settings)
      values ($1, $2, $3)
      on conflict (id) do nothing
      """;

  private static final String SET =
      """
      update sites set origins = $2, settings = $3
      where id = $1
      """;

  private final Database db;
  private final DatabaseCache<String, Optional<Site>> cache;

  public SiteStore(Database db, Ticker ticker) {
    this.db = db;
    this.cache = new DatabaseCache<>(Duration.ofSeconds(1), 10_000, site -> 1, ticker);
  }

  /** Fails with NOT_FOUND for an unknown id. */
  public Future<Site> find(String id) {
    return cache.get(id, this::load).map(site -> site.orElseThrow(() -> Problem.notFound("site")));
  }

  public Future<List<Site>> all() {
    return db.query(ALL, Tuple.tuple()).map(SiteStore::sites);
  }

  /** False when there is a site of that id already, which stays as it is. */
  public Future<Boolean> add(Site site) {
    return db.query(ADD, tuple(site)).map(added -> added.rowCount() == 1);
  }

  /** False when there is no site of that id. */
  public Future<Boolean> set(Site site) {
    return db.query(SET, tuple(site))
        .onSuccess(set -> cache.drop(site.id()))
        .map(set -> set.rowCount() == 1);
  }

  private Future<Optional<Site>> load(String id) {
    return db.query(FIND, Tuple.of(id)).map(rows -> sites(rows).stream().findFirst());
  }

  private static Tuple tuple(Site site) {
    return Tuple.tuple()
        .addString(site.id())
        .addArrayOfString(site.origins().toArray(String[]::new))
        .addJsonObject(site.settings().toStored());
  }

  private static List<Site> sites(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(SiteStore::site).toList();
  }

  private static Site site(Row row) {
    return new Site(
        row.getString("id"),
        List.of(row.getArrayOfStrings("origins")),
        SiteSettings.from((JsonObject) row.getJson("settings")));
  }
}
