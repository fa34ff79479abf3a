package io.causerie.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The web server of all host sites. */
final class HostServer implements AutoCloseable {
  /** A page as it is sent. */
  private record Published(String policy, String html) {}

  private final Map<String, Published> pages = new ConcurrentHashMap<>();
  private final HttpServer server;

  private HostServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
  }

  static HostServer start() throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HostServer host = new HostServer(HttpServer.create(anyPort, 0));
    // Browsers ask for it, and complain on the console when there is none.
    host.publish("favicon.ico", HostPage.with(""), "");
    host.server.start();
    return host;
  }

  /** The answer is the page's address. */
  String publish(String path, HostPage page, String html) {
    pages.put("/" + path, new Published(page.policy(), html));
    return origin() + "/" + path;
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Published page = pages.get(exchange.getRequestURI().getPath());
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      if (!page.policy().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Security-Policy", page.policy());
      }
      byte[] html = page.html().getBytes(UTF_8);
      exchange.sendResponseHeaders(200, html.length);
      exchange.getResponseBody().write(html);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
