package io.causerie.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
  private static final EncodedBody BODY =
      EncodedBody.of("text/plain", "body".repeat(100).getBytes(StandardCharsets.US_ASCII));
  private static final TestServer SERVER =
      TestServer.with(router -> router.get("/").handler(ctx -> BODY.send(ctx, "no-store")));

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "br, gzip",
        "gzip;q=1",
        "gzip;q=1.000",
        "gzip; q=0.5",
        "gzip ;Q=.001",
        "deflate,gzip;q=0.9,*;q=0"
      })
  void gzipThatIsAskedForIsAnswered(String accepted) {
    assertThat(
            SERVER.get("/", "Accept-Encoding", accepted).headers().firstValue("content-encoding"))
        .hasValue("gzip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "br",
        "gzip;q=0",
        "gzip;q=0.000",
        "gzip;q=",
        "gzip;q=x",
        "gzip;q=1.0.0",
        "gzip;level=9",
        "gzip;q=0.1111",
        "gzipped",
        "*"
      })
  void whatAsksForNoGzipIsAnsweredPlain(String accepted) {
    assertThat(
            SERVER.get("/", "Accept-Encoding", accepted).headers().firstValue("content-encoding"))
        .isEmpty();
  }

  /** Too long for any meaning, so that it is not read. */
  @Test
  void aWeightOfThousandsOfDigitsIsNoWeight() {
    String weight = "gzip;q=." + "1".repeat(7_900) + "x";

    assertThat(SERVER.get("/", "Accept-Encoding", weight).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"%s,304", "W/%s,304", "*,304", "'\"other\", W/%s',304", "\"other\",200", "'',200"})
  void whatIsKnownIsNotSentAgain(String known, int status) {
    String tag = SERVER.get("/").headers().firstValue("etag").orElseThrow();

    assertThat(SERVER.get("/", "If-None-Match", known.formatted(tag)).statusCode())
        .isEqualTo(status);
  }

  @Test
  void aListOfThousandsOfTagsIsRead() {
    String tag = SERVER.get("/").headers().firstValue("etag").orElseThrow();

    assertThat(SERVER.get("/", "If-None-Match", "W/,".repeat(2_500) + tag).statusCode())
        .isEqualTo(304);
  }
}
