package io.causerie.cli;

import io.causerie.app.Service;
import io.causerie.app.Tuning;
import io.causerie.config.Config;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service in a process of its own. */
public final class Serve {
  private static final long LINKS_SECONDS = 10;
  private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

  private Serve() {}

  /** Serves until the process is told to end. */
  public static int run(Terminal terminal, boolean demo) throws Exception {
    Config config = Config.from(terminal.environment());
    config.warnings().forEach(LOG::warn);
    Service service = Service.start(config, Tuning.usual(), demo);
    String address = "http://" + host(config) + ":" + service.port();
    terminal.say("listening on " + address);
    terminal.say(demo ? "open " + address + "/demo/" : "widget at " + address + "/widget.js");
    printLinksToOwners(service, terminal);
    terminal.out().flush();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      service.close();
      ended.countDown();
    }));
    ended.await();
    return 0;
  }

  /** An unreachable database does not prevent the start; no links are printed then. */
  private static void printLinksToOwners(Service service, Terminal terminal) {
    try {
      service.linksToOwners().await(LINKS_SECONDS, TimeUnit.SECONDS).forEach(terminal::say);
    } catch (Exception failure) {
      LOG.warn(
          "no links for owners now: `moderator invite SITE --role owner` makes one: {}",
          failure.toString());
    }
  }

  private static String host(Config config) {
    return config.host().contains(":") ? "[" + config.host() + "]" : config.host();
  }
}
