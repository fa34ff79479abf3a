package io.causerie.log;

import io.causerie.core.Steps;
import io.causerie.http.Encoding;
import io.causerie.http.SteppedBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends a log of any length, oldest entry first. The next page is read when the one before has left,
 * so that a slow client costs one page, and a client that has gone ends it.
 */
final class LogExport {
  private static final int PAGE = 1_000;

  private final LogStore store;
  private final LogFilter filter;
  private final LogFormat format;
  private final Encoding encoding;

  LogExport(LogStore store, LogFilter filter, LogFormat format, Encoding encoding) {
    this.store = store;
    this.filter = filter;
    this.format = format;
    this.encoding = encoding;
  }

  /** As far as the log goes now. A failure on the way leaves the answer without its end. */
  Future<Void> send(RoutingContext ctx) {
    return store
        .length(filter.siteId())
        .compose(length -> store.oldest(filter, 0, length + 1, PAGE).compose(first -> {
          writeHead(ctx.response());
          return write(ctx, format.head, first)
              .compose(written -> writeAllAfter(ctx, first, length + 1));
        }))
        .compose(all -> ctx.response().end());
  }

  private void writeHead(HttpServerResponse response) {
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, format.contentType)
        .putHeader(
            "Content-Disposition",
            "attachment; filename=\"" + format.fileName(filter.siteId()) + "\"");
  }

  private Future<Void> writeAllAfter(RoutingContext ctx, LogPage first, long end) {
    return Steps.run(first, LogPage::more, page -> store
            .oldest(filter, page.last(), end, PAGE)
            .compose(next -> write(ctx, "", next).map(next)))
        .mapEmpty();
  }

  private Future<Void> write(RoutingContext ctx, String before, LogPage page) {
    return encoding
        .of(page.size(), () -> lines(before, page))
        .compose(lines -> SteppedBody.write(ctx, lines));
  }

  private Buffer lines(String before, LogPage page) {
    Buffer lines = Buffer.buffer(before);
    page.entries().forEach(entry -> lines.appendBuffer(format.line(entry)));
    return lines;
  }
}
