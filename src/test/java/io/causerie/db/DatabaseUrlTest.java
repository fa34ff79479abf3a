package io.causerie.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {
  private static final String URL = "postgresql://ann:s%40cret@db.example:5433/talk";

  @Test
  void everyPartIsRead() {
    PgConnectOptions options = DatabaseUrl.parse(URL + "?search_path=test_1&work_mem=8MB");

    assertThat(options.getHost()).isEqualTo("db.example");
    assertThat(options.getPort()).isEqualTo(5433);
    assertThat(options.getUser()).isEqualTo("ann");
    assertThat(options.getPassword()).isEqualTo("s@cret");
    assertThat(options.getDatabase()).isEqualTo("talk");
    assertThat(options.getProperties())
        .containsEntry("search_path", "test_1")
        .containsEntry("work_mem", "8MB");
    assertThat(options.getSslMode()).isEqualTo(SslMode.DISABLE);
  }

  @Test
  void requireEncryptsAndTrustsAnyCertificate() {
    PgConnectOptions options = DatabaseUrl.parse(URL + "?sslmode=require");

    assertThat(options.getSslMode()).isEqualTo(SslMode.REQUIRE);
    assertThat(options.getSslOptions().isTrustAll()).isTrue();
  }

  @Test
  void verifyFullChecksTheHostNameAgainstTheCertificatesOfTheJvm() {
    PgConnectOptions options = DatabaseUrl.parse(URL + "?sslmode=verify-full");

    assertThat(options.getSslOptions().isTrustAll()).isFalse();
    assertThat(options.getSslOptions().getTrustOptions()).isNotNull();
    assertThat(options.getSslOptions().getHostnameVerificationAlgorithm()).isEqualTo("HTTPS");
    assertThat(Migrations.dataSource(options).getSslMode()).isEqualTo("verify-full");
  }

  @Test
  void aRootCertificateIsUsedByThePoolAndTheMigrationsAndIsNotSentToTheServer(@TempDir Path folder)
      throws Exception {
    Path root = Files.createFile(folder.resolve("root.crt"));

    PgConnectOptions options = DatabaseUrl.parse(URL + "?sslmode=verify-ca&sslrootcert=" + root);

    assertThat(options.getProperties()).doesNotContainKey("sslrootcert");
    assertThat(DatabaseUrl.rootCertificate(options)).contains(root.toString());
    assertThat(Migrations.dataSource(options).getSslRootCert()).isEqualTo(root.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mysql://ann:s3cret@host/db",
        "postgresql://ann:s3cret:x@host/db",
        "postgresql://ann:s3cret@host:port/db",
        "postgresql://ann:s3cret@host/db?sslmode=perhaps",
        "postgresql://ann:s3cret@host/db?sslmode=verify-ca&sslrootcert=/nowhere"
      })
  void aBadUrlIsExplainedWithoutItsPassword(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatabaseUrl.parse(url))
        .withMessageStartingWith("is not usable: ")
        .withMessageNotContaining("s3cret")
        .withNoCause();
  }
}
