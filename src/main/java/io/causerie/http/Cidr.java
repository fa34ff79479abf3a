package io.causerie.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A block of addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
public record Cidr(InetAddress network, int bits) {

  /**
   * Reads a block, or a single address as the block of itself; names are never looked up.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    @Nullable
    InetAddress network = AddressLiteral.parse(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      throw new IllegalArgumentException("\"" + text + "\" is not an address or a block of them");
    }
    int longest = network.getAddress().length * 8;
    String bits = slash < 0 ? Integer.toString(longest) : text.substring(slash + 1);
    if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > longest) {
      throw new IllegalArgumentException(
          "\"" + text + "\" needs a prefix length from 0 to " + longest);
    }
    return new Cidr(network, Integer.parseInt(bits));
  }

  /** The same block, named by its first address. */
  public Cidr canonical() {
    byte[] first = network.getAddress();
    for (int bit = bits; bit < first.length * 8; bit++) {
      first[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    try {
      return new Cidr(InetAddress.getByAddress(first), bits);
    } catch (UnknownHostException e) {
      throw new AssertionError("an address of " + first.length + " bytes", e);
    }
  }

  public boolean contains(InetAddress address) {
    byte[] mine = network.getAddress();
    byte[] theirs = address.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return network.getHostAddress() + "/" + bits;
  }

  /** True when it trusts the whole internet, which is hardly ever meant. */
  public boolean isEverybody() {
    return bits == 0;
  }
}
