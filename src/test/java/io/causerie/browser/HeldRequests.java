package io.causerie.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Requests of a page that wait between the page and the service. */
public final class HeldRequests {
  private final Page page;
  private final List<Route> routes = new CopyOnWriteArrayList<>();

  HeldRequests(Page page) {
    this.page = page;
  }

  void hold(Route route) {
    routes.add(route);
  }

  /** Sends them on when there are that many: the browser may be later than what the page shows. */
  public void letGo(int number) {
    page.waitForCondition(() -> routes.size() == number);
    routes.forEach(Route::resume);
  }
}
