package io.causerie.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A blog that has the widget on its pages: another origin than the service. */
public final class HostSite implements AutoCloseable {
  private final Map<String, HostPage> pages = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final String service;

  private HostSite(HttpServer server, String service) {
    this.server = server;
    this.service = service;
    server.createContext("/", this::answer);
  }

  static HostSite start(String service) throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HostSite site = new HostSite(HttpServer.create(anyPort, 0), service);
    // Browsers ask for it, and complain on the console when there is none.
    site.publish("favicon.ico", HostPage.with(""));
    site.server.start();
    return site;
  }

  /** Publishes an English page with the thread of this key; the answer is its address. */
  public String article(String thread) {
    return publish(thread, HostPage.withThread(thread));
  }

  /** The answer is the page's address. */
  public String publish(String name, HostPage page) {
    pages.put("/" + name, page);
    return origin() + "/" + name;
  }

  public String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      HostPage page = pages.get(exchange.getRequestURI().getPath());
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = page.html(service).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      if (!page.policy().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Security-Policy", page.policy());
      }
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
