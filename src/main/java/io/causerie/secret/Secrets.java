package io.causerie.secret;

import io.causerie.db.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A random key that every node shares and that outlives a restart; the first node makes it. */
public final class Secrets {
  private static final String MAKE =
      """
      insert into secrets (name, value)
      values ('mac', $1)
      on conflict (name) do nothing
      """;

  private static final String FIND = "select value from secrets where name = 'mac'";

  private static final String ROW = Sealing.rowOfSecret("mac");
  private static final int BYTES = 32;

  private final Database db;
  private final Seal seal;
  private volatile @Nullable SecretKeySpec key;

  public Secrets(Database db, Seal seal) {
    this.db = db;
    this.seal = seal;
  }

  /**
   * HMAC-SHA-256 with the shared key.
   *
   * @param purpose keeps results for different uses apart
   */
  public Future<Buffer> mac(String purpose, Buffer message) {
    SecretKeySpec known = key;
    return (known == null ? load() : Future.succeededFuture(known))
        .map(secret -> sign(secret, purpose, message));
  }

  private Future<SecretKeySpec> load() {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    return db.query(MAKE, Tuple.of(seal.close(ROW, Buffer.buffer(fresh))))
        .compose(made -> db.query(FIND, Tuple.tuple()))
        .map(rows -> seal.open(ROW, rows.iterator().next().getBuffer("value"), BYTES))
        .map(value -> new SecretKeySpec(value.getBytes(), "HmacSHA256"))
        .onSuccess(loaded -> key = loaded);
  }

  private static Buffer sign(SecretKeySpec secret, String purpose, Buffer message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Buffer.buffer(mac.doFinal(message.getBytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
