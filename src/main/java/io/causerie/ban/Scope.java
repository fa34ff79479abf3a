package io.causerie.ban;

import io.causerie.http.Cidr;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much of a comment's origin a ban meets. */
enum Scope {
  AUTHOR("author_id"),
  /** The IPv4 address or IPv6 /64. */
  ADDRESS("address_hash"),
  /** The IPv4 /24 or IPv6 /48. */
  SUBNET("subnet_hash");

  static final Map<String, Scope> NETWORKS = Map.of("address", ADDRESS, "subnet", SUBNET);
  private static final Map<Integer, Scope> IPV4 = Map.of(32, ADDRESS, 24, SUBNET);
  private static final Map<Integer, Scope> IPV6 = Map.of(64, ADDRESS, 48, SUBNET);

  private final String column;

  Scope(String column) {
    this.column = column;
  }

  /** Where comments keep it. */
  String column() {
    return column;
  }

  /** Null for a block that no hash stands for: what was written from it cannot be found. */
  public static @Nullable Scope of(Cidr block) {
    return (isIpv4(block) ? IPV4 : IPV6).get(block.bits());
  }

  static boolean isIpv4(Cidr block) {
    return block.network().getAddress().length == 4;
  }
}
