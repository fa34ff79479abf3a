package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.site.SiteSlug;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No route behind it is reached by a name that no site can have. */
class SiteSlugTest {
  private static final TestServer SERVER = TestServer.with(router -> {
    router.route().handler(new SiteSlug("/sites/"));
    router.get("/*").handler(ctx -> ctx.end("reached"));
  });

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sites/blog/x", "/sites/b", "/sites/0-a/x", "/sites/%62log/x", "/other"})
  void aNameThatASiteCanHavePasses(String path) {
    assertThat(SERVER.get(path).body()).isEqualTo("reached");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-blog", "Blog", "b_log", "b%20log", "b.log", "%C3%A9"})
  void anotherNameIsNotFound(String slug) {
    assertThat(SERVER.get("/sites/" + slug + "/x").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 7_000})
  void aLongerNameIsNotFound(int length) {
    assertThat(SERVER.get("/sites/" + "b".repeat(63)).body()).isEqualTo("reached");
    assertThat(SERVER.get("/sites/" + "b".repeat(length)).statusCode()).isEqualTo(404);
  }
}
