package io.causerie.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.db.embedded.EmbeddedPostgres;
import io.causerie.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.SQLException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server whose certificate is for 127.0.0.1 only and signed by nobody else. */
final class EncryptedDatabaseTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final String SECRET = "changeit";
  private static EmbeddedPostgres postgres;
  private static Path certificate;

  @BeforeAll
  static void startWithACertificate(@TempDir Path directory) throws Exception {
    Path data = Files.createDirectory(
        directory.resolve("data"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    TestDatabase.sharePrograms(data);
    postgres = EmbeddedPostgres.open(data);
    certificate = makeCertificate(directory);
    String url = postgres.url();
    try (var connection = Migrations.dataSource(DatabaseUrl.parse(url)).getConnection();
        var statement = connection.createStatement()) {
      statement.execute("alter system set ssl_cert_file = '" + certificate + "'");
      statement.execute(
          "alter system set ssl_key_file = '" + certificate.resolveSibling("key.pem") + "'");
      statement.execute("alter system set ssl = on");
      statement.execute("select pg_reload_conf()");
    }
    loadTheCodeOfTls(url);
  }

  @AfterAll
  static void stop() throws Exception {
    VERTX.close().await();
    postgres.close();
  }

  @Test
  void requireEncrypts() throws Exception {
    assertThat(isEncrypted(postgres.url() + "?sslmode=require")).isTrue();
  }

  @Test
  void verifyFullAcceptsTheRightNameUnderTheGivenRoot() throws Exception {
    String url = postgres.url() + "?sslmode=verify-full&sslrootcert=" + certificate;

    assertThat(isEncrypted(url)).isTrue();
    Migrations.dataSource(DatabaseUrl.parse(url)).getConnection().close();
  }

  @Test
  void verifyFullRefusesAnotherName() throws Exception {
    String url = postgres.url().replace("127.0.0.1", "localhost")
        + "?sslmode=verify-full&sslrootcert=" + certificate;

    assertThatThrownBy(() -> isEncrypted(url)).hasMessageContaining("SSL handshake failed");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> Migrations.dataSource(DatabaseUrl.parse(url)).getConnection());
  }

  @Test
  void verifyFullRefusesACertificateThatTheJvmDoesNotTrust() throws Exception {
    String url = postgres.url() + "?sslmode=verify-full";

    assertThatThrownBy(() -> isEncrypted(url)).hasMessageContaining("SSL handshake failed");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> Migrations.dataSource(DatabaseUrl.parse(url)).getConnection());
  }

  /** A JVM's first handshake can take longer than a caller may wait for a connection. */
  private static void loadTheCodeOfTls(String url) throws Exception {
    PgConnection.connect(VERTX, DatabaseUrl.parse(url + "?sslmode=require"))
        .compose(PgConnection::close)
        .await(20, TimeUnit.SECONDS);
  }

  private static boolean isEncrypted(String url) throws Exception {
    Database database = Database.connect(VERTX, DatabaseUrl.parse(url), 1);
    try {
      return database
          .query("select ssl from pg_stat_ssl where pid = pg_backend_pid()", Tuple.tuple())
          .await(10, TimeUnit.SECONDS)
          .iterator()
          .next()
          .getBoolean(0);
    } finally {
      database.close().await();
    }
  }

  private static Path makeCertificate(Path directory) throws Exception {
    Path store = directory.resolve("store.p12");
    int status = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "RSA",
            "-validity",
            "2",
            "-dname",
            "CN=database",
            "-ext",
            "san=ip:127.0.0.1",
            "-keystore",
            store.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            SECRET)
        .inheritIO()
        .start()
        .waitFor();
    assertThat(status).isZero();
    KeyStore made = KeyStore.getInstance(store.toFile(), SECRET.toCharArray());
    byte[] key = made.getKey("server", SECRET.toCharArray()).getEncoded();
    writePem(directory.resolve("key.pem"), "PRIVATE KEY", key);
    return writePem(
        directory.resolve("certificate.pem"),
        "CERTIFICATE",
        made.getCertificate("server").getEncoded());
  }

  private static Path writePem(Path file, String kind, byte[] content) throws Exception {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
