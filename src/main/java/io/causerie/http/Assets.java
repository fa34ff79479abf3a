package io.causerie.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The files of the front end, read from the class path once and served from memory. */
public final class Assets implements Handler<RoutingContext> {
  private static final String FOLDER = "web";
  private static final String CACHING = "public, max-age=300, stale-while-revalidate=86400";
  private static final Map<String, String> EXTENSION_TO_TYPE = Map.of(
      "html", "text/html; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "json", "application/json",
      "yaml", "application/yaml",
      "svg", "image/svg+xml",
      "png", "image/png");

  /** For our own pages: nothing but ourselves. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  /** They do not change while the process runs. */
  private static final class Loaded {
    static final Assets ASSETS = read();
  }

  private final Map<String, EncodedBody> pathToBody;

  private Assets(Map<String, EncodedBody> pathToBody) {
    this.pathToBody = pathToBody;
  }

  /** Reads all files the first time; blocks. */
  public static Assets load() {
    return Loaded.ASSETS;
  }

  private static Assets read() {
    URL folder = Assets.class.getClassLoader().getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException("the front end is not on the class path: build with Maven");
    }
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return new Assets(read(Path.of(uri)));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return new Assets(read(jar.getPath(FOLDER)));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the front end cannot be read", e);
    }
  }

  /**
   * Serves the file of that path, {@code index.html} for a folder; leads to a folder whose slash was left
   * out, and passes on when there is none.
   */
  @Override
  public void handle(RoutingContext ctx) {
    String path = ctx.normalizedPath();
    EncodedBody body = pathToBody.get(file(path));
    if (body == null && has(path + "/")) {
      ctx.response()
          .setStatusCode(308)
          .putHeader(HttpHeaders.LOCATION, path + "/")
          .end()
          .onFailure(ctx::fail);
      return;
    }
    if (body == null) {
      ctx.next();
      return;
    }
    ctx.response()
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
        .putHeader("Content-Security-Policy", PAGE_POLICY);
    body.send(ctx, CACHING).onFailure(ctx::fail);
  }

  /** Whether there is a file of that path. */
  public boolean has(String path) {
    return pathToBody.containsKey(file(path));
  }

  private static String file(String path) {
    return path.endsWith("/") ? path + "index.html" : path;
  }

  private static Map<String, EncodedBody> read(Path folder) throws IOException {
    Map<String, EncodedBody> pathToBody = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> pathToBody.put("/" + folder.relativize(file), body(file)));
    }
    return Map.copyOf(pathToBody);
  }

  private static EncodedBody body(Path file) {
    String name = String.valueOf(file.getFileName());
    String type = EXTENSION_TO_TYPE.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    try {
      return EncodedBody.of(type, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
