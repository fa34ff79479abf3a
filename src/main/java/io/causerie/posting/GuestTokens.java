package io.causerie.posting;

import io.causerie.account.Actor;
import io.causerie.account.Network;
import io.causerie.core.Token;
import io.causerie.secret.Secrets;
import io.vertx.core.Future;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of new guests. With an idempotency key the token can be made again for the same request of
 * the same caller and the comment that it made, and only for them.
 */
final class GuestTokens {
  private final Secrets secrets;

  GuestTokens(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Null for a known author. */
  Future<@Nullable Token> of(Submission submission) {
    return of(submission, submission.id());
  }

  /** The same for the comment that an earlier request with the same key made. */
  Future<@Nullable Token> of(Submission submission, long commentId) {
    if (submission.viewer().author() != null) {
      return Future.succeededFuture();
    }
    String key = submission.idempotencyKey();
    if (key == null) {
      return Future.succeededFuture(Token.random());
    }
    String purpose = String.join(
        "\0",
        "guest token",
        submission.site().id(),
        key,
        String.valueOf(commentId),
        caller(submission));
    return secrets.mac(purpose, submission.digest()).map(bytes -> Token.of(bytes.getBytes()));
  }

  /** A caller without a token is told apart by the network. */
  private static String caller(Submission submission) {
    Actor actor = submission.viewer().actor();
    Network network = submission.network();
    if (actor != null) {
      return "actor " + actor.id();
    }
    return network == null ? "" : HexFormat.of().formatHex(network.addressHash().getBytes());
  }
}
