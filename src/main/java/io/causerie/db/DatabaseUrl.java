package io.causerie.db;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code postgresql://user:password@host:port/database?sslmode=…&sslrootcert=…}. Every other
 * parameter, such as {@code search_path}, is handed to the server as a connection parameter.
 */
public final class DatabaseUrl {
  private static final String ROOT_CERTIFICATE = "sslrootcert";
  private static final Set<String> READ_BY_VERTX =
      Set.of("host", "hostaddr", "port", "user", "password", "dbname", "sslmode");

  private DatabaseUrl() {}

  /** Throws IllegalArgumentException, with what to say of the setting, which never contains the password. */
  public static PgConnectOptions parse(String url) {
    PgConnectOptions options = options(url);
    if (options.getHost().isBlank() || options.getDatabase().isBlank()) {
      throw invalid("it names no host or no database");
    }
    Map<String, String> parameters = parameters(url);
    String rootCertificate = parameters.remove(ROOT_CERTIFICATE);
    parameters.forEach(options::addProperty);
    return options.getSslMode() == SslMode.DISABLE
        ? options
        : options.setSslOptions(tls(options.getSslMode(), rootCertificate));
  }

  /** The file that {@code sslrootcert} named. */
  static Optional<String> rootCertificate(PgConnectOptions options) {
    return options.getSslOptions() != null
            && options.getSslOptions().getTrustOptions() instanceof PemTrustOptions pem
        ? Optional.of(pem.getCertPaths().get(0))
        : Optional.empty();
  }

  private static PgConnectOptions options(String url) {
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      throw invalid("it does not begin with postgresql://");
    }
    try {
      return PgConnectOptions.fromUri(url);
    } catch (RuntimeException e) { // its message repeats the URL with the password: it is not kept
      throw invalid("it cannot be read; characters such as @ : / ? # % in the password must be"
          + " percent-encoded, and sslmode is one of disable, allow, prefer, require, verify-ca,"
          + " verify-full");
    }
  }

  /** Those of the query part that Vert.x would drop without a word. */
  private static Map<String, String> parameters(String url) {
    Map<String, String> parameters = new HashMap<>();
    new QueryStringDecoder(url).parameters().forEach((name, values) -> {
      if (!READ_BY_VERTX.contains(name)) {
        parameters.put(name, values.get(0));
      }
    });
    return parameters;
  }

  private static ClientSSLOptions tls(SslMode mode, @Nullable String rootCertificate) {
    ClientSSLOptions tls = new ClientSSLOptions();
    tls.setHostnameVerificationAlgorithm(mode == SslMode.VERIFY_FULL ? "HTTPS" : "");
    if (mode != SslMode.VERIFY_CA && mode != SslMode.VERIFY_FULL) {
      return tls.setTrustAll(true);
    }
    return tls.setTrustOptions(rootCertificate == null ? trustOfTheJvm() : trust(rootCertificate));
  }

  private static TrustOptions trust(String rootCertificate) {
    if (!Files.isReadable(Path.of(rootCertificate))) {
      throw invalid("its sslrootcert " + rootCertificate + " is not a readable file");
    }
    return new PemTrustOptions().addCertPath(rootCertificate);
  }

  private static TrustOptions trustOfTheJvm() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return TrustOptions.wrap(factory);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JVM has no certificate store", e);
    }
  }

  private static IllegalArgumentException invalid(String why) {
    return new IllegalArgumentException(
        "is not usable: " + why + ". Expected postgresql://user:password@host:port/database");
  }
}
