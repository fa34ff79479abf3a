package io.causerie.http;

import io.netty.util.AsciiString;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says whether a request claims to bring plain UTF-8 JSON. */
final class JsonMedia {
  private static final int LONGEST = 256;
  private static final List<String> UTF_8 = List.of("charset=utf-8", "charset=\"utf-8\"");

  private JsonMedia() {}

  /** Fails with UNSUPPORTED_MEDIA_TYPE unless the body is uncompressed JSON in UTF-8. */
  static void check(HttpServerRequest request) {
    if (!isJson(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
      throw Problem.unsupportedMediaType("send application/json in UTF-8");
    }
    @Nullable String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !AsciiString.contentEqualsIgnoreCase(encoding.strip(), "identity")) {
      throw Problem.unsupportedMediaType("send the body without Content-Encoding");
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null || contentType.length() > LONGEST) {
      return false;
    }
    List<String> parts = Stream.of(contentType.toLowerCase(Locale.ROOT).split(";", -1))
        .map(String::strip)
        .toList();
    return parts.get(0).equals("application/json")
        && parts.stream().filter(part -> part.startsWith("charset=")).allMatch(UTF_8::contains);
  }
}
