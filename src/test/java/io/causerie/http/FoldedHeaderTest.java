package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("http")
final class FoldedHeaderTest {
  /** As RFC 9112, section 5.2, lets a server do that does not refuse it. */
  @Test
  void aFoldedHeaderIsOneLineWithASpace() throws IOException {
    try (TestServer server = TestServer.with(router ->
        router.get("/").handler(ctx -> ctx.end("[" + ctx.request().getHeader("X-Folded") + "]")))) {
      String answer = server.exchange(
          "GET / HTTP/1.1\r\nHost: x\r\nX-Folded: one\r\n  two\r\n\tthree\r\nConnection: close\r\n\r\n");

      assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("[one two three]");
    }
  }
}
