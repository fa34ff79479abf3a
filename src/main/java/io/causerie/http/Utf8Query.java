package io.causerie.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;

/** The query of a request as UTF-8, whether its bytes were escaped or sent as they are. */
final class Utf8Query {
  private Utf8Query() {}

  /** Fails with INVALID when a parameter is not UTF-8. */
  static MultiMap of(RoutingContext ctx) {
    FieldErrors errors = new FieldErrors();
    MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
    // Latin-1 has a character for each byte.
    for (Map.Entry<String, String> each : ctx.queryParams(ISO_8859_1)) {
      try {
        parameters.add(decode(each.getKey()), decode(each.getValue()));
      } catch (CharacterCodingException unreadable) {
        errors.add(each.getKey(), "is not UTF-8");
      }
    }
    errors.check();
    return parameters;
  }

  private static String decode(String bytes) throws CharacterCodingException {
    return UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)))
        .toString();
  }
}
