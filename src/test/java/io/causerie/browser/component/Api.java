package io.causerie.browser.component;

import io.causerie.http.Problem;
import io.causerie.testing.Answer;
import io.causerie.testing.Contract;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the API answers to the page of one test, and what it was asked. Requests are named as in the
 * contract, by their path below the site or below {@code /api/v1}: {@code GET /comments/{id}/replies},
 * {@code GET /session}; a query as in {@code GET /comments?sort=best} is of those that must be there. Of
 * several answers that were stated for a request the last one counts. What the contract does not allow
 * can neither be stated nor be asked; a request that nothing was stated for fails the test.
 */
public final class Api {
  private static final Contract CONTRACT = new Contract();

  /** What is the same for everybody, and so may be cached. */
  private static final Pattern SHARED =
      Pattern.compile("/api/v1/sites/[^/]+/(counts|comments(/[^/]+(/replies)?)?)");

  /** An operation of the contract, narrowed to a site, and maybe to an id or a query. */
  private record Operation(HttpMethod method, String path, MultiMap query) {
    boolean matches(HttpServerRequest request) {
      String any = Pattern.quote(path).replaceAll("\\{[a-z]+}", "\\\\E[^/]+\\\\Q");
      return method.equals(request.method())
          && request.path().matches(any)
          && query.entries().stream()
              .allMatch(one -> one.getValue().equals(request.getParam(one.getKey())));
    }
  }

  private record Stated(Operation operation, Consumer<HttpServerRequest> deed) {}

  private record Asked(HttpServerRequest request, Buffer body) {}

  private final String site;
  private final List<Stated> stated = new CopyOnWriteArrayList<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();

  Api(String site) {
    this.site = site;
  }

  public String site() {
    return site;
  }

  /** With 200. */
  public Api answers(String request, JsonObject body) {
    return answers(request, 200, body);
  }

  public Api answers(String request, int status, JsonObject body) {
    return state(request, Canned.json(status, body));
  }

  /** With 204. */
  public Api accepts(String request) {
    return state(request, Canned.nothing());
  }

  public Api refuses(String request, Problem problem) {
    return state(request, Canned.problem(problem));
  }

  /** With a stream of events in which nothing happens. */
  public Api streams(String request) {
    return state(request, Canned.stream());
  }

  /** Never answers, as if it took for ever. */
  public Api ponders(String request) {
    stated.add(new Stated(operation(request), unanswered -> {}));
    return this;
  }

  /** Cannot be reached for this. */
  public Api loses(String request) {
    stated.add(new Stated(operation(request), lost -> lost.connection().close()));
    return this;
  }

  /** The bodies that were sent with this request, in order. */
  public List<JsonObject> sent(String request) {
    Operation operation = operation(request);
    return asked.stream()
        .filter(one -> operation.matches(one.request()))
        .map(one -> new JsonObject(one.body()))
        .toList();
  }

  /** Each request that was made, as method and target. */
  public List<String> asked() {
    return asked.stream().map(one -> name(one.request())).toList();
  }

  /** What the page has done that the contract or the test knows nothing of. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  private Api state(String request, Canned answer) {
    Operation operation = operation(request);
    if (operation.method().equals(HttpMethod.GET)
        && SHARED.matcher(operation.path()).matches()) {
      answer.shared();
    }
    CONTRACT.check(new Answer(
        operation.method(), operation.path(), answer.status(), answer.headers(), answer.body()));
    stated.add(new Stated(operation, one -> answer.send(one.response())));
    return this;
  }

  private Operation operation(String request) {
    String[] methodAndTarget = request.split(" ", 2);
    String[] pathAndQuery = methodAndTarget[1].split("\\?", 2);
    HttpMethod method = HttpMethod.valueOf(methodAndTarget[0]);
    MultiMap query = MultiMap.caseInsensitiveMultiMap();
    if (pathAndQuery.length > 1) {
      for (String pair : pathAndQuery[1].split("&", -1)) {
        query.add(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
    }
    for (String above : List.of("/api/v1/sites/" + site, "/api/v1")) {
      if (CONTRACT.has(method, above + pathAndQuery[0])) {
        return new Operation(method, above + pathAndQuery[0], query);
      }
    }
    throw new IllegalArgumentException("the contract has no " + request);
  }

  void handle(HttpServerRequest request, Buffer body) {
    asked.add(new Asked(request, body));
    try {
      CONTRACT.checkSent(request.method(), request.uri(), body);
    } catch (AssertionError broken) {
      faults.add(String.valueOf(broken.getMessage()));
    }
    for (int last = stated.size() - 1; last >= 0; last--) {
      if (stated.get(last).operation().matches(request)) {
        stated.get(last).deed().accept(request);
        return;
      }
    }
    fault(request);
  }

  /** Nothing was stated for this, or there is no such file. */
  void fault(HttpServerRequest request) {
    faults.add(name(request) + " has no answer in this test");
    request.response().setStatusCode(501).end();
  }

  private static String name(HttpServerRequest request) {
    return request.method() + " " + request.uri();
  }
}
