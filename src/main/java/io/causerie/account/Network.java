package io.causerie.account;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.Objects;

/**
 * Where a request comes from. Only the hashes are ever stored.
 *
 * @param addressHash of the IPv4 address or IPv6 /64
 * @param subnetHash of the IPv4 /24 or IPv6 /48
 */
public record Network(InetAddress address, Buffer addressHash, Buffer subnetHash) {
  static final String KEY = Network.class.getName();

  /** The network of the caller, behind {@link Networks}. */
  public static Network of(RoutingContext ctx) {
    return Objects.requireNonNull(ctx.<Network>get(KEY), "the route has no guard for the network");
  }
}
