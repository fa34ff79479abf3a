package io.causerie.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.db.DatabaseUrl;
import io.causerie.db.Migrations;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the schema clears is what is not taken either. */
final class PageAddressesTest {
  private static final List<Site> SITES = List.of(
      new Site(
          "exact", List.of("https://blog.example", "http://[::1]:8000"), SiteSettings.DEFAULTS),
      new Site("local", List.of(Origins.LOCALHOST), SiteSettings.DEFAULTS),
      new Site("nowhere", List.of(), SiteSettings.DEFAULTS));
  private static final List<String> ADDRESSES = List.of(
      "https://blog.example",
      "https://blog.example/a?b=https://evil.example#c",
      "HTTPS://Blog.Example/a",
      "https://blog.example?a",
      "http://blog.example/",
      "https://blog.example:8443/",
      "https://blog.example.evil.example/",
      "https://blog.example@evil.example/",
      "https://evil.example/https://blog.example/",
      "http://localhost/a",
      "https://localhost:65000/a",
      "http://127.0.0.1:8080/",
      "http://[::1]:8000/a",
      "http://[::2]:8000/a",
      "http://localhost.evil.example/",
      "http://localhost:1@evil.example/");

  @Test
  void storedAddressesOfPagesElsewhereAreCleared() throws IOException {
    Vertx vertx = Vertx.vertx();
    try (TestDatabase data = TestDatabase.empty(vertx)) {
      Migrations.run(vertx, DatabaseUrl.parse(data.url())).await();
      SITES.forEach(site -> store(data, site));

      data.execute(Files.readString(Path.of("sql", "0009_page_addresses.sql")));

      List<Row> rows = data.rows("select site_id, title, url, url_from from threads");
      assertThat(rows).hasSize(SITES.size() * ADDRESSES.size()).allSatisfy(row -> {
        String address = row.getString("title");
        boolean kept = site(row.getString("site_id")).hasPage(address);
        assertThat(row.getString("url")).as(address).isEqualTo(kept ? address : null);
        assertThat(row.getLong("url_from")).as(address).isEqualTo(kept ? 1L : null);
      });
      assertThat(rows.stream().filter(row -> row.getString("url") != null)).hasSize(9);
    } finally {
      vertx.close().await();
    }
  }

  private static void store(TestDatabase data, Site site) {
    String origins = String.join(",", site.origins());
    data.execute("insert into sites (id, origins) values ('%s', string_to_array('%s', ','))"
        .formatted(site.id(), origins));
    for (String address : ADDRESSES) {
      data.execute(
          """
          insert into threads (id, site_id, key, title, url, url_from, created_at, open_since)
          select coalesce(max(id), 0) + 1, '%1$s', '%2$s', '%2$s', '%2$s', 1, now(), now()
          from threads
          """
              .formatted(site.id(), address));
    }
  }

  private static Site site(String id) {
    return SITES.stream().filter(site -> site.id().equals(id)).findFirst().orElseThrow();
  }
}
