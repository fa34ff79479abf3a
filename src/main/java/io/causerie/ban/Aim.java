package io.causerie.ban;

import io.causerie.http.Cidr;
import io.causerie.http.JsonFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target as requested: an author, the author or network of a comment, or a block of addresses.
 *
 * @param field what named them
 * @param scope what of the comment's origin is meant
 */
record Aim(
    String field,
    @Nullable Long authorId,
    @Nullable Long commentId,
    Scope scope,
    @Nullable Cidr block) {
  private static final List<String> FIELDS = List.of("authorId", "commentId", "address");
  private static final int LONGEST_ADDRESS = 64;
  private static final int WIDEST_IPV4 = 8;
  private static final int WIDEST_IPV6 = 16;

  static Aim from(JsonFields body) {
    List<String> given = FIELDS.stream().filter(body::has).toList();
    if (given.isEmpty()) {
      body.error("authorId", "is required, or in its place commentId or address");
    }
    if (given.size() > 1) {
      given.forEach(field -> body.error(field, "must be alone: a ban has one target"));
    }
    return new Aim(
        given.isEmpty() ? "authorId" : given.get(0),
        body.id("authorId"),
        body.id("commentId"),
        scope(body),
        block(body));
  }

  private static Scope scope(JsonFields body) {
    String network = body.string("network");
    if (network == null) {
      return Scope.AUTHOR;
    }
    Scope scope = Scope.NETWORKS.get(network);
    if (scope == null) {
      body.error("network", "must be address or subnet");
    } else if (!body.has("commentId")) {
      body.error("network", "says what of a comment's origin is meant, and so needs commentId");
    }
    return scope == null ? Scope.AUTHOR : scope;
  }

  private static @Nullable Cidr block(JsonFields body) {
    String text = body.string("address");
    if (text == null) {
      return null;
    }
    Cidr block = parse(text.strip());
    if (block == null) {
      body.error(
          "address", "must be an address or a block such as 203.0.113.0/24 or 2001:db8::/48");
    } else if (block.bits() < (Scope.isIpv4(block) ? WIDEST_IPV4 : WIDEST_IPV6)) {
      body.error(
          "address",
          "must not be wider than /" + WIDEST_IPV4 + " of IPv4 or /" + WIDEST_IPV6 + " of IPv6");
    }
    return block;
  }

  private static @Nullable Cidr parse(String text) {
    try {
      return text.length() > LONGEST_ADDRESS ? null : Cidr.parse(text).canonical();
    } catch (IllegalArgumentException noBlock) {
      return null;
    }
  }
}
