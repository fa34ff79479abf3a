package io.causerie.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.causerie.config.InvalidConfig.ConfigProblem;
import io.causerie.http.Cidr;
import io.causerie.http.Connections;
import io.causerie.http.RateLimit;
import io.causerie.http.RateLimits.Action;
import io.causerie.secret.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir
  private Path directory = Path.of("");

  @Test
  void nothingNeedsToBeSet() {
    Config config = Config.from(Map.of("PATH", "/bin", "HOME", "/root"));

    assertThat(config)
        .isEqualTo(new Config(
            "127.0.0.1",
            8080,
            null,
            null,
            12,
            Path.of("./data"),
            null,
            Seal.OFF,
            List.of(),
            Map.of(
                Action.REQUEST, RateLimit.parse("6000/1m"),
                Action.READ, RateLimit.parse("600/1m"),
                Action.POST, RateLimit.parse("10/1m"),
                Action.PREVIEW, RateLimit.parse("60/1m"),
                Action.SITE_POST, RateLimit.parse("600/1m"),
                Action.FLAG, RateLimit.parse("20/1m"),
                Action.MODERATE, RateLimit.parse("600/1m"),
                Action.SIGN_IN, RateLimit.parse("10/1m"),
                Action.SIGN_IN_FAILURE, RateLimit.parse("10/15m")),
            Connections.Caps.forHeap(Runtime.getRuntime().maxMemory()),
            64));
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void everySettingMaps() {
    Config config = Config.from(Map.ofEntries(
        Map.entry("CAUSERIE_HOST", "0.0.0.0"),
        Map.entry("CAUSERIE_PORT", "0"),
        Map.entry("CAUSERIE_URL", "https://Talk.Blog.example/"),
        Map.entry("DATABASE_URL", "postgresql://u:p@db:5433/causerie"),
        Map.entry("CAUSERIE_DATABASE_POOL", "64"),
        Map.entry("CAUSERIE_DATA", "/var/lib/causerie"),
        Map.entry("CAUSERIE_ADMIN_TOKEN", SECRET),
        Map.entry("CAUSERIE_SECRET", SECRET),
        Map.entry("CAUSERIE_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
        Map.entry("CAUSERIE_LIMIT_READ", "off"),
        Map.entry("CAUSERIE_LIMIT_REQUEST", "9/1s"),
        Map.entry("CAUSERIE_LIMIT_POST", "5/1m,burst=2"),
        Map.entry("CAUSERIE_LIMIT_PREVIEW", "7/1h"),
        Map.entry("CAUSERIE_LIMIT_SITE_POST", "9/1d"),
        Map.entry("CAUSERIE_LIMIT_FLAG", "9/1d"),
        Map.entry("CAUSERIE_LIMIT_MODERATE", "9/1d"),
        Map.entry("CAUSERIE_LIMIT_SIGN_IN", "9/1d"),
        Map.entry("CAUSERIE_LIMIT_SIGN_IN_FAILURES", "9/1d"),
        Map.entry("CAUSERIE_LIMITS", "on"),
        Map.entry("CAUSERIE_CONNECTIONS", "4000"),
        Map.entry("CAUSERIE_CONNECTIONS_PER_ADDRESS", "100"),
        Map.entry("CAUSERIE_CACHE_MB", "8")));

    assertThat(config)
        .isEqualTo(new Config(
            "0.0.0.0",
            0,
            "https://talk.blog.example",
            "postgresql://u:p@db:5433/causerie",
            64,
            Path.of("/var/lib/causerie"),
            SECRET,
            Seal.parse(SECRET),
            List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("::1")),
            Map.of(
                Action.REQUEST, RateLimit.parse("9/1s"),
                Action.POST, RateLimit.parse("5/1m,burst=2"),
                Action.PREVIEW, RateLimit.parse("7/1h"),
                Action.SITE_POST, RateLimit.parse("9/1d"),
                Action.FLAG, RateLimit.parse("9/1d"),
                Action.MODERATE, RateLimit.parse("9/1d"),
                Action.SIGN_IN, RateLimit.parse("9/1d"),
                Action.SIGN_IN_FAILURE, RateLimit.parse("9/1d")),
            new Connections.Caps(4000, 100),
            8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CAUSERIE_PORT            | 65536
          CAUSERIE_PORT            | -1
          CAUSERIE_CONNECTIONS     | 1
          CAUSERIE_PORT            | http
          CAUSERIE_URL             | talk.blog.example
          CAUSERIE_URL             | ftp://talk.blog.example
          CAUSERIE_URL             | https://talk.blog.example/comments
          CAUSERIE_URL             | https://me@talk.blog.example
          CAUSERIE_DATABASE_POOL   | 0
          CAUSERIE_DATABASE_POOL   | 65
          CAUSERIE_CACHE_MB        | 7
          CAUSERIE_CACHE_MB        | 65537
          CAUSERIE_LIMITS          | yes
          CAUSERIE_LIMIT_POST      | 10 per minute
          CAUSERIE_ADMIN_TOKEN     | too-short
          CAUSERIE_ADMIN_TOKEN     | 0123456789abcdef 0123456789abcdef
          CAUSERIE_TRUSTED_PROXIES | localhost
          CAUSERIE_TRUSTED_PROXIES | 10.0.0.0/8;::1
          CAUSERIE_FILE            | /no/such/file
          DATABASE_URL             | mysql://u:hunter2@h/d
          DATABASE_URL             | db
          DATABASE_URL             | postgresql://u:hunter2@h/d?sslmode=verify-full&sslrootcert=/no/such/file
          CAUSERIE_SECRET          | too-short
          CAUSERIE_SECRET          | 0123456789abcdef0123456789abcdef,
          CAUSERIE_SECRET          | 0123456789abcdef 0123456789abcdef
          """)
  void aWrongSettingIsNamedAndItsValueIsNotInventedOrBelieved(String name, String value) {
    assertThat(problems(Map.of(name, value)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.name()).isEqualTo(name))
        .satisfies(problem -> assertThat(problem.detail()).doesNotContain("hunter2"));
  }

  @Test
  void allProblemsAreToldTogether() {
    Map<String, String> environment = Map.of(
        "CAUSERIE_PORT", "x",
        "CAUSERIE_CACHE_MB", "1",
        "CAUSERIE_LIMIT_POST", "often",
        "CAUSERIE_PROT", "80");

    assertThat(problems(environment))
        .extracting(ConfigProblem::name)
        .containsExactlyInAnyOrder(
            "CAUSERIE_PORT", "CAUSERIE_CACHE_MB", "CAUSERIE_LIMIT_POST", "CAUSERIE_PROT");
  }

  @Test
  void anUnknownSettingIsAProblemAndTheNearestNameIsSuggested() {
    assertThat(problems(Map.of("CAUSERIE_TRUSTED_PROXY", "::1")).toString())
        .contains(
            "CAUSERIE_TRUSTED_PROXY is not a setting; did you mean CAUSERIE_TRUSTED_PROXIES?");
    assertThat(problems(Map.of("CAUSERIE_SOMETHING_ELSE", "x")).toString())
        .contains("is not a setting")
        .doesNotContain("did you mean");
  }

  @Test
  void anEmptySettingCountsAsNotSet() {
    assertThat(Config.from(Map.of("CAUSERIE_ADMIN_TOKEN", "", "CAUSERIE_PORT", " ")))
        .isEqualTo(Config.from(Map.of()));
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    Path file = Files.writeString(
        directory.resolve("causerie.properties"),
        "CAUSERIE_PORT=1\nCAUSERIE_CACHE_MB=9\nDATABASE_URL=postgresql://u:p@db/x\n");

    Config config = Config.from(Map.of("CAUSERIE_FILE", file.toString(), "CAUSERIE_PORT", "2"));

    assertThat(config.port()).isEqualTo(2);
    assertThat(config.cacheMegabytes()).isEqualTo(9);
    assertThat(config.databaseUrl()).isEqualTo("postgresql://u:p@db/x");
  }

  @Test
  void anythingUnknownInTheFileIsAProblem() throws IOException {
    Path file = Files.writeString(directory.resolve("causerie.properties"), "port=1\n");

    assertThat(problems(Map.of("CAUSERIE_FILE", file.toString())))
        .containsExactly(new ConfigProblem("port", "is not a setting"));
  }

  @Test
  void allLimitsCanBeOffAtOnceAndThatIsWorthAWarning() {
    Config config = Config.from(Map.of("CAUSERIE_LIMITS", "off"));

    assertThat(config.limits()).isEmpty();
    assertThat(config.warnings()).hasSize(1);
  }

  @Test
  void trustingEverybodyIsWorthAWarning() {
    assertThat(Config.from(Map.of("CAUSERIE_TRUSTED_PROXIES", "0.0.0.0/0")).warnings())
        .singleElement()
        .asString()
        .contains("CAUSERIE_TRUSTED_PROXIES");
  }

  @Test
  void secretsAreNeverPrinted() {
    Config config = Config.from(Map.of(
        "CAUSERIE_ADMIN_TOKEN",
        SECRET,
        "CAUSERIE_SECRET",
        SECRET,
        "DATABASE_URL",
        "postgresql://u:hunter2@db/causerie"));

    assertThat(config.toString()).doesNotContain(SECRET).doesNotContain("hunter2");
  }

  @Test
  void everySettingIsInTheReadmeTable() throws IOException {
    Set<String> documented = Pattern.compile(
            "(?m)^\\|\\s*`((?:CAUSERIE_|DATABASE_)[A-Z_]+)`\\s*\\|")
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map((MatchResult row) -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented).isEqualTo(Config.names());
  }

  private static List<ConfigProblem> problems(Map<String, String> environment) {
    return catchThrowableOfType(InvalidConfig.class, () -> Config.from(environment))
        .problems();
  }
}
