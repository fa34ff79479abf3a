package io.causerie.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends connections whose peer may read nothing. */
public final class HardClose {
  private static final Logger LOG = LoggerFactory.getLogger(HardClose.class);

  private HardClose() {}

  /**
   * Closes at once. The ordinary way sends what waits to be sent first, which a peer that reads nothing
   * never lets happen.
   */
  public static void cut(HttpConnection connection) {
    if (connection instanceof ConnectionBase base) {
      base.channelHandlerContext().close().addListener(closed -> LOG.debug("a connection was cut"));
    } else {
      connection.close().onFailure(gone -> LOG.debug("{}", gone.toString()));
    }
  }
}
