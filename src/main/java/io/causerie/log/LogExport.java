package io.causerie.log;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * Sends a log of any length, oldest entry first. The next page is read when the one before has left,
 * so that a slow reader costs one page, and one who is gone ends it.
 */
final class LogExport {
  private static final int PAGE = 1_000;

  private final LogStore store;
  private final LogFilter filter;
  private final LogFormat format;
  private final HttpServerResponse response;

  LogExport(LogStore store, LogFilter filter, LogFormat format, HttpServerResponse response) {
    this.store = store;
    this.filter = filter;
    this.format = format;
    this.response = response;
  }

  /** As far as the log goes now. A failure on the way leaves the answer without its end. */
  Future<Void> send() {
    return store
        .length(filter.siteId())
        .compose(length -> store.oldest(filter, 0, length + 1, PAGE).compose(first -> {
          writeHead();
          return send(Buffer.buffer(format.head), first, length + 1);
        }));
  }

  private void writeHead() {
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, format.contentType)
        .putHeader(
            "Content-Disposition",
            "attachment; filename=\"" + format.fileName(filter.siteId()) + "\"");
  }

  private Future<Void> send(Buffer bytes, LogPage page, long end) {
    page.entries().forEach(entry -> bytes.appendBuffer(format.line(entry)));
    Long last = page.next();
    return last == null
        ? response.end(bytes)
        : response
            .write(bytes)
            .compose(written -> store.oldest(filter, last, end, PAGE))
            .compose(next -> send(Buffer.buffer(), next, end));
  }
}
