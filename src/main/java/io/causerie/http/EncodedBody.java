package io.causerie.http;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as it goes over the wire: plain and gzip, each with a strong validator. Made once, sent to
 * many.
 */
public final class EncodedBody {
  /** Measured, and rounded up. */
  private static final int OVERHEAD = 768;

  private final String contentType;
  private final Buffer plain;
  private final Buffer gzip;
  private final String plainTag;
  private final String gzipTag;

  private EncodedBody(String contentType, byte[] plain, byte[] gzip) {
    this.contentType = contentType;
    this.plain = Buffer.buffer(plain);
    this.gzip = Buffer.buffer(gzip);
    String digest = digest(plain);
    this.plainTag = '"' + digest + '"';
    this.gzipTag = '"' + digest + "-gzip\"";
  }

  public static EncodedBody of(String contentType, byte[] plain) {
    return new EncodedBody(contentType, plain, compress(plain));
  }

  /** What it takes in the heap: both forms, with their buffers and validators. */
  public int size() {
    return OVERHEAD + plain.length() + gzip.length();
  }

  /** Answers 200, or 304 to a client that has it already. Fails when the client goes away. */
  public Future<Void> send(RoutingContext ctx, String cacheControl) {
    boolean compressed = Negotiation.acceptsGzip(ctx.request());
    String tag = compressed ? gzipTag : plainTag;
    HttpServerResponse response = ctx.response()
        .putHeader(HttpHeaders.ETAG, tag)
        .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl)
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (Negotiation.isKnown(ctx.request(), tag)) {
      return response.setStatusCode(304).end();
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    if (compressed) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaderValues.GZIP);
    }
    return SteppedBody.send(ctx, compressed ? gzip : plain);
  }

  private static byte[] compress(byte[] plain) {
    var bytes = new ByteArrayOutputStream(plain.length / 3);
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
