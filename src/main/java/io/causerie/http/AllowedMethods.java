package io.causerie.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which methods an address knows, so that a method it does not know can be told from an address that
 * does not exist. A route for a whole folder does not make its addresses exist.
 */
final class AllowedMethods {
  private record Known(Pattern path, Set<HttpMethod> methods) {}

  private final List<Known> known;
  private final Predicate<String> files;

  private AllowedMethods(List<Known> known, Predicate<String> files) {
    this.known = known;
    this.files = files;
  }

  /** Of the routes that the router has by now, and of files, which can be read. */
  static AllowedMethods of(Router router, Predicate<String> files) {
    List<Known> known = router.getRoutes().stream()
        .filter(route -> route.getPath() != null && route.isExactPath())
        .filter(route -> route.methods() != null && !route.methods().isEmpty())
        .map(route -> new Known(pattern(route), Set.copyOf(route.methods())))
        .toList();
    return new AllowedMethods(known, files);
  }

  /** The router takes an address with a slash at its end for the same. */
  private static Pattern pattern(Route route) {
    return Pattern.compile(Stream.of(route.getPath().split("/", -1))
        .map(part -> part.startsWith(":") ? "[^/]+" : Pattern.quote(part))
        .collect(Collectors.joining("/", "", "/?")));
  }

  /** The names of the methods in the order of the alphabet, none for an unknown address. */
  Set<String> at(String path) {
    Set<String> names = known.stream()
        .filter(route -> route.path().matcher(path).matches())
        .flatMap(route -> route.methods().stream())
        .map(HttpMethod::name)
        .collect(Collectors.toCollection(TreeSet::new));
    if (files.test(path)) {
      names.add("GET");
    }
    if (names.contains("GET")) {
      names.add("HEAD");
    }
    return names;
  }
}
