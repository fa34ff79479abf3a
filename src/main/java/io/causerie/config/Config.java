package io.causerie.config;

import io.causerie.db.DatabaseUrl;
import io.causerie.http.Cidr;
import io.causerie.http.Connections;
import io.causerie.http.OwnOrigin;
import io.causerie.http.RateLimit;
import io.causerie.http.RateLimits.Action;
import io.causerie.secret.Seal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of the service.
 *
 * @param url the origin under which browsers reach the service; null to take it from each request
 * @param databaseUrl null for an embedded PostgreSQL under {@code data}
 * @param adminToken an owner's on every site; null for none
 * @param seal of secrets that the database keeps
 * @param limits an action that is not in it is not limited
 */
public record Config(
    String host,
    int port,
    @Nullable String url,
    @Nullable String databaseUrl,
    int databasePool,
    Path data,
    @Nullable String adminToken,
    Seal seal,
    List<Cidr> trustedProxies,
    Map<Action, RateLimit> limits,
    Connections.Caps connections,
    int cacheMegabytes) {

  /** Fails with {@link InvalidConfig} and all problems at once. */
  public static Config from(Map<String, String> environment) {
    Settings settings = Settings.of(environment);
    Config config = read(settings);
    settings.check();
    return config;
  }

  /** The names of all settings. */
  public static Set<String> names() {
    Settings settings = Settings.of(Map.of());
    read(settings);
    return settings.names();
  }

  private static Config read(Settings settings) {
    Map<Action, RateLimit> limits = limits(settings);
    return new Config(
        settings.text("CAUSERIE_HOST", "127.0.0.1"),
        settings.integer("CAUSERIE_PORT", 8080, 0, 65_535),
        settings.optional("CAUSERIE_URL", OwnOrigin::parse),
        settings.optional("DATABASE_URL", Config::databaseUrl),
        settings.integer("CAUSERIE_DATABASE_POOL", 12, 1, 64),
        settings.read("CAUSERIE_DATA", "./data", Path::of),
        settings.optional("CAUSERIE_ADMIN_TOKEN", Config::token),
        Objects.requireNonNullElse(settings.optional("CAUSERIE_SECRET", Seal::parse), Seal.OFF),
        settings.read("CAUSERIE_TRUSTED_PROXIES", "", Config::blocks),
        limits,
        connections(settings, !limits.isEmpty()),
        settings.integer("CAUSERIE_CACHE_MB", usualCacheMegabytes(), 8, 65_536));
  }

  private static String databaseUrl(String text) {
    DatabaseUrl.parse(text);
    return text;
  }

  private static String token(String text) {
    if (!text.matches("[\\x21-\\x7e]{32,}")) {
      throw new IllegalArgumentException("must be at least 32 visible ASCII characters");
    }
    return text;
  }

  private static List<Cidr> blocks(String text) {
    return Stream.of(text.split(","))
        .map(String::strip)
        .filter(block -> !block.isEmpty())
        .map(Cidr::parse)
        .toList();
  }

  private static Map<Action, RateLimit> limits(Settings settings) {
    boolean all = settings.isOn("CAUSERIE_LIMITS", true);
    Map<Action, RateLimit> limits = new EnumMap<>(Action.class);
    for (Action action : Action.values()) {
      @Nullable
      RateLimit limit = settings.unlessOff(action.setting(), action.otherwise(), RateLimit::parse);
      if (all && limit != null) {
        limits.put(action, limit);
      }
    }
    return limits;
  }

  /** By default no more than a quarter of the heap. */
  private static int usualCacheMegabytes() {
    long heap = Runtime.getRuntime().maxMemory() / (1024 * 1024);
    return (int) Math.max(8, Math.min(64, heap / 4));
  }

  /** By default as many as the heap has room for; without limits one address may have them all. */
  private static Connections.Caps connections(Settings settings, boolean areLimited) {
    Connections.Caps usual = Connections.Caps.forHeap(Runtime.getRuntime().maxMemory());
    int all = settings.integer("CAUSERIE_CONNECTIONS", usual.all(), 16, 1_000_000);
    int ofAddress = areLimited ? Connections.Caps.forAll(all).ofAddress() : all;
    return new Connections.Caps(
        all, settings.integer("CAUSERIE_CONNECTIONS_PER_ADDRESS", ofAddress, 1, 1_000_000));
  }

  /** What works but is hardly ever meant in production. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (limits.isEmpty()) {
      warnings.add("nothing is limited: anybody may send as much as they like");
    }
    if (trustedProxies.stream().anyMatch(Cidr::isEverybody)) {
      warnings.add("CAUSERIE_TRUSTED_PROXIES trusts everybody: X-Forwarded-For can be forged");
    }
    if (url != null && !OwnOrigin.isSafe(url)) {
      warnings.add("CAUSERIE_URL is not https: passwords and sessions can be read on their way");
    }
    return warnings;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Config[http://" + host + ":" + port
        + ", database=" + (databaseUrl == null ? "embedded in " + data : "given")
        + ", pool=" + databasePool
        + ", adminToken=" + (adminToken == null ? "none" : "set")
        + ", " + seal
        + ", limits=" + limits.keySet()
        + ", cacheMegabytes=" + cacheMegabytes + "]";
  }
}
