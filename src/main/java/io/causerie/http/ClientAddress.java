package io.causerie.http;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which address a request comes from. {@code X-Forwarded-For} counts only as far as proxies
 * that we trust have written it: from right to left, up to the first address that is none of them.
 * What is left of that, however long, was written by the client and is not looked at.
 */
public final class ClientAddress {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final int MAX_HOPS = 32;

  private final List<Cidr> trusted;

  public ClientAddress(List<Cidr> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  public InetAddress of(HttpServerRequest request) {
    InetAddress peer = peer(request.remoteAddress());
    if (!isTrusted(peer)) {
      return peer;
    }
    return of(peer, String.join(",", request.headers().getAll(FORWARDED_FOR)));
  }

  /** The address of the other end of a connection. */
  static InetAddress peer(@Nullable SocketAddress remote) {
    @Nullable String host = remote == null ? null : remote.hostAddress();
    @Nullable InetAddress address = host == null ? null : AddressLiteral.parse(host);
    return address == null ? NetUtil.LOCALHOST : address;
  }

  /**
   * The last hop that can be read, when the walk ends among proxies that we trust: at the left end, at
   * what is no address, or after more hops than there are proxies in any network.
   */
  InetAddress of(InetAddress peer, String forwardedFor) {
    InetAddress client = peer;
    int end = forwardedFor.length();
    for (int hops = 0; hops < MAX_HOPS && end > 0 && isTrusted(client); hops++) {
      int start = forwardedFor.lastIndexOf(',', end - 1) + 1;
      @Nullable
      InetAddress hop = AddressLiteral.parse(forwardedFor.substring(start, end).strip());
      if (hop == null) {
        return client;
      }
      client = hop;
      end = start - 1;
    }
    return client;
  }

  boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(block -> block.contains(address));
  }

  /** What one subscriber has: the IPv4 address, or the /64 of an IPv6 address. */
  public static String key64(InetAddress address) {
    return address instanceof Inet4Address ? address.getHostAddress() : prefix(address, 4);
  }

  /** What one customer may have whole: the /24 of an IPv4 address, or the /48 of an IPv6 address. */
  public static String subnet(InetAddress address) {
    if (address instanceof Inet4Address) {
      String text = address.getHostAddress();
      return text.substring(0, text.lastIndexOf('.')) + ".0/24";
    }
    return prefix(address, 3);
  }

  /** The /48 of an IPv6 address, which one customer may have whole; null for IPv4. */
  static @Nullable String key48(InetAddress address) {
    return address instanceof Inet4Address ? null : prefix(address, 3);
  }

  private static String prefix(InetAddress address, int groups) {
    byte[] bytes = address.getAddress();
    StringBuilder key = new StringBuilder(24);
    for (int i = 0; i < groups; i++) {
      int group = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
      key.append(Integer.toHexString(group)).append(':');
    }
    return key.append(":/").append(groups * 16).toString();
  }
}
