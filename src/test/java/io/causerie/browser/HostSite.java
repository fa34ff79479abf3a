package io.causerie.browser;

import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;

/** A blog that has the widget on its pages: another origin than the service, and one site of it. */
public final class HostSite {
  private final HostServer server;
  private final TestApp app;

  HostSite(HostServer server, TestApp app) {
    this.server = server;
    this.app = app;
    app.allow(server.origin());
    // The first word of a guest may be a link.
    app.set(new JsonObject().put("approvalsBeforeLinks", 0));
  }

  /** Publishes an English page with the thread of this key; the answer is its address. */
  public String article(String thread) {
    return publish(thread, HostPage.withThread(thread));
  }

  /** The answer is the page's address. */
  public String publish(String name, HostPage page) {
    return server.publish(app.site() + "/" + name, page, page.html(app.origin(), app.site()));
  }

  public String origin() {
    return server.origin();
  }
}
