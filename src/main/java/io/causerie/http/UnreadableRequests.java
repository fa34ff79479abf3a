package io.causerie.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Answers what is not HTTP and therefore reaches no router, and closes the connection. */
final class UnreadableRequests implements Handler<HttpServerRequest> {
  @Override
  public void handle(HttpServerRequest request) {
    Problem problem = problem(request.decoderResult().cause());
    request.response().putHeader(HttpHeaders.CONNECTION, "close");
    ProblemAnswer.send(request.response(), problem)
        .onComplete(ended -> request.connection().close());
  }

  private static Problem problem(Throwable cause) {
    return cause instanceof TooLongHttpLineException || cause instanceof TooLongHttpHeaderException
        ? Problem.tooLarge("the address or the headers are too large")
        : Problem.invalid("the request is not HTTP/1.1");
  }
}
