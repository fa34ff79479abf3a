package io.causerie.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.causerie.db.DatabaseUrl;
import io.causerie.db.Migrations;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All on one data directory, so that PostgreSQL is unpacked once. */
final class EmbeddedPostgresTest {
  private static Path data;

  @BeforeAll
  static void makeTheTable(@TempDir Path directory) throws Exception {
    data = directory;
    try (var postgres = EmbeddedPostgres.open(data)) {
      execute(postgres, "create table kept (n bigint)");
    }
  }

  /** Questions to one server. */
  @Nested
  final class WhileItRuns {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
      postgres = EmbeddedPostgres.open(data);
    }

    @AfterAll
    static void stop() throws Exception {
      postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void whatIsCommittedIsOnDisk(String setting) throws Exception {
      assertThat(ask(postgres, "show " + setting)).isEqualTo("on");
    }

    @Test
    void itListensOnLoopbackOnly() throws Exception {
      assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(postgres, "show unix_socket_directories")).isEmpty();
    }

    @Test
    void textIsUtf8AndOrderedTheSameOnEveryMachine() throws Exception {
      assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(postgres, "select datlocale from pg_database where datname = 'postgres'"))
          .isEqualTo("C.UTF-8");
    }

    @Test
    void nobodyComesInWithoutThePassword() throws Exception {
      String address =
          "jdbc:postgresql://127.0.0.1:" + URI.create(postgres.url()).getPort() + "/";

      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> DriverManager.getConnection(address + "postgres", "postgres", "guess"))
          .withMessageContaining("password authentication failed");
    }

    @Test
    void onlyTheOwnerReadsThePasswordAndTheDatabase() throws Exception {
      assertThat(postgres.url()).contains(Files.readString(data.resolve("postgres.password")));
      assertThat(permissions("postgres.password")).isEqualTo("rw-------");
      assertThat(permissions("postgres")).isEqualTo("rwx------");
    }
  }

  @Test
  void aRestartKeepsTheRows() throws Exception {
    try (var postgres = EmbeddedPostgres.open(data)) {
      execute(postgres, "insert into kept values (1)");
    }
    try (var postgres = EmbeddedPostgres.open(data)) {
      assertThat(ask(postgres, "select count(*) from kept where n = 1")).isEqualTo("1");
    }
  }

  @Test
  void aServerThatOutlivedItsJvmIsAdoptedAndStoppedAtClose() throws Exception {
    Process child = DirectoryHolder.start(data);
    long server = postmaster().process().pid();
    try (var beside = EmbeddedPostgres.attach(data)) {
      execute(beside, "insert into kept values (2)");
    }
    kill(child.toHandle());

    try (var postgres = EmbeddedPostgres.open(data)) {
      assertThat(postmaster().process().pid()).isEqualTo(server);
      assertThat(ask(postgres, "select count(*) from kept where n = 2")).isEqualTo("1");
    }
    assertThat(Postmaster.running(data.toRealPath().resolve("postgres"))).isEmpty();
  }

  @Test
  void whenEverythingWasKilledTheNextStartRecovers() throws Exception {
    Process child = DirectoryHolder.start(data);
    ProcessHandle server = postmaster().process();
    try (var beside = EmbeddedPostgres.attach(data)) {
      execute(beside, "insert into kept values (3)");
    }
    kill(child.toHandle());
    server.destroyForcibly();

    try (var postgres = openOnceTheOldBackendsAreGone()) {
      assertThat(ask(postgres, "select count(*) from kept where n = 3")).isEqualTo("1");
    }
  }

  @Test
  void aPidFileThatNamesAnotherLivingProgramIsStale() throws Exception {
    Path pidFile = data.resolve("postgres/postmaster.pid");
    Files.writeString(
        pidFile, ProcessHandle.current().pid() + "\n" + data + "\n0\n5432\n\n\n0 0\n");

    try (var postgres = EmbeddedPostgres.open(data)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aSecondServiceIsRefusedAndTheFirstGoesOn() throws Exception {
    Process first = DirectoryHolder.start(data);
    try {
      assertThatExceptionOfType(DataDirectoryInUse.class)
          .isThrownBy(() -> EmbeddedPostgres.open(data))
          .withMessageContaining("process " + first.pid())
          .withMessageContaining("stop that one first");
      try (var beside = EmbeddedPostgres.attach(data)) {
        assertThat(ask(beside, "select 1")).isEqualTo("1");
      }
      assertThat(Postmaster.running(data.toRealPath().resolve("postgres"))).isPresent();
    } finally {
      kill(first.toHandle());
      EmbeddedPostgres.open(data).close();
    }
  }

  @Test
  void aCommandWithoutAServiceStartsTheServerAndStopsIt() throws Exception {
    try (var command = EmbeddedPostgres.attach(data)) {
      assertThat(ask(command, "select 1")).isEqualTo("1");
    }
    assertThat(Postmaster.running(data.toRealPath().resolve("postgres"))).isEmpty();
  }

  @Test
  void aDatabaseOfAnotherMajorVersionIsRefusedUntouched() throws Exception {
    Path version = data.resolve("postgres/PG_VERSION");
    String ours = Files.readString(version);
    Files.writeString(version, "17\n");
    try {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> EmbeddedPostgres.open(data))
          .withMessageContaining("made by PostgreSQL 17")
          .withMessageContaining("pg_dump");
    } finally {
      Files.writeString(version, ours);
    }
  }

  @Test
  void aDirectoryThatEverybodyMayWriteIntoIsRefused(@TempDir Path open) throws Exception {
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> EmbeddedPostgres.open(open))
        .withMessageContaining("chmod 700");
  }

  /** PostgreSQL refuses while backends of the killed server hold its memory: they end by themselves. */
  private static EmbeddedPostgres openOnceTheOldBackendsAreGone() throws IOException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        return EmbeddedPostgres.open(data);
      } catch (IOException e) {
        if (System.nanoTime() > limit || !e.toString().contains("shared memory")) {
          throw e;
        }
      }
    }
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
  }

  private static Postmaster postmaster() throws IOException {
    return Postmaster.running(data.toRealPath().resolve("postgres")).orElseThrow();
  }

  private static String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws Exception {
    try (Connection connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws Exception {
    try (Connection connection = connect(postgres);
        var statement = connection.createStatement();
        var answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws Exception {
    return Migrations.dataSource(DatabaseUrl.parse(postgres.url())).getConnection();
  }
}
