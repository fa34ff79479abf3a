package io.causerie.db;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code postgresql://user:password@host:port/database?sslmode=…}. */
public final class DatabaseUrl {
  private static final String TRUSTED_CERTIFICATES = "sslrootcert";

  private DatabaseUrl() {}

  /**
   * Fails with an {@link IllegalArgumentException} whose message never holds the password.
   *
   * <p>As in libpq, {@code prefer} and {@code require} encrypt without asking who answers;
   * {@code verify-ca} and {@code verify-full} ask, by the certificates in {@code sslrootcert} or else
   * those that Java trusts.
   */
  public static PgConnectOptions parse(String url) {
    PgConnectOptions options = options(url);
    Map<String, String> properties = new HashMap<>(options.getProperties());
    String trusted = properties.remove(TRUSTED_CERTIFICATES);
    options.setProperties(properties);
    SslMode mode = options.getSslMode();
    if (mode == SslMode.DISABLE) {
      return options;
    }
    ClientSSLOptions ssl = new ClientSSLOptions()
        .setHostnameVerificationAlgorithm(mode == SslMode.VERIFY_FULL ? "HTTPS" : "")
        .setTrustAll(mode != SslMode.VERIFY_FULL && mode != SslMode.VERIFY_CA);
    if (trusted != null) {
      ssl.setTrustOptions(new PemTrustOptions().addCertPath(trusted));
    }
    return options.setSslOptions(ssl);
  }

  private static PgConnectOptions options(String url) {
    try {
      return PgConnectOptions.fromUri(url);
    } catch (RuntimeException unparsable) {
      throw new IllegalArgumentException(
          "must look like postgresql://user:password@host:5432/database");
    }
  }
}
