package io.causerie.site;

import io.causerie.cache.CacheMemory;
import io.causerie.cache.CacheMemory.Share;
import io.causerie.cache.DatabaseCache;
import io.causerie.cache.Sizes;
import io.causerie.db.Database;
import io.causerie.db.Statement;
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

  /** One statement with its log entry, which has what was changed and nothing else. */
  private static final Statement CHANGE = Statement.of(
      """
      with was as materialized (
        select id, origins, settings from sites where id = :site for no key update
      ), wanted as (
        select id, coalesce(:origins, origins) as origins, (settings || :settings) - :removed::text[] as settings
        from was
      ), changed as (
        update sites s set origins = w.origins, settings = w.settings
        from wanted w join was on was.id = w.id
        where s.id = w.id and (w.origins <> was.origins or w.settings <> was.settings)
        returning s.id,
          was.settings || jsonb_build_object('origins', was.origins) as before,
          w.settings || jsonb_build_object('origins', w.origins) as after
      ), logged as (
        insert into moderation_log (site_id, actor, actor_name, action, before, after)
        select c.id, :actor, :actor_name, 'settings', told.before, told.after
        from changed c cross join lateral (
          select jsonb_object_agg(name, c.before -> name) as before,
            jsonb_object_agg(name, c.after -> name) as after
          from jsonb_object_keys(c.before || c.after) name
          where c.before -> name is distinct from c.after -> name
        ) told
      )
      select id, origins, settings from wanted
      """);

  private final Database db;
  private final DatabaseCache<String, Optional<Site>> cache;

  public SiteStore(Database db, CacheMemory memory) {
    this.db = db;
    this.cache = new DatabaseCache<>(
        memory.part(Share.SITES), Duration.ofSeconds(1), Sizes::of, site -> site.map(Site::bytes)
            .orElse(0));
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

  /** Answers the site as it is then. Fails with NOT_FOUND for an unknown id. */
  public Future<Site> change(SiteChange change) {
    List<String> origins = change.origins();
    Statement.Binding changing = CHANGE
        .bind("site", change.siteId())
        .bind("origins", origins == null ? null : origins.toArray(String[]::new))
        .bind("settings", change.settings().decided())
        .bind("removed", change.settings().toDefault().toArray(String[]::new))
        .bind("actor", change.actor())
        .bind("actor_name", change.actorName());
    return db.query(changing)
        .onSuccess(changed -> cache.drop(change.siteId()))
        .map(changed ->
            sites(changed).stream().findFirst().orElseThrow(() -> Problem.notFound("site")));
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
