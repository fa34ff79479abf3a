package io.causerie.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Reads an IP address as it is written, without ever asking a name server. */
final class AddressLiteral {
  /** The longest way to write an address, and room for a zone. */
  private static final int MAX_LENGTH = 64;

  private AddressLiteral() {}

  /** Null when it is no address; IPv4 inside IPv6 comes out as IPv4, and a zone is dropped. */
  static @Nullable InetAddress parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    if (bytes == null) {
      return null;
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError("an address of " + bytes.length + " bytes", e);
    }
  }
}
