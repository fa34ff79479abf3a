package io.causerie.cli;

import io.causerie.cache.CacheMemory;
import io.causerie.db.Database;
import io.causerie.log.LogCheck;
import io.causerie.site.Site;
import io.causerie.site.SiteStore;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify-log",
    description = "Walk the chain of the moderation log, and name the first entry that is wrong.",
    mixinStandardHelpOptions = true)
public final class VerifyLogCommand implements Callable<Integer> {
  private final Terminal terminal;

  public VerifyLogCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Parameters(arity = "0..1", paramLabel = "SITE", description = "Of this site; else of all.")
  private @Nullable String site;

  @Option(
      names = "--expect",
      paramLabel = "HASH",
      description = "The head of the site's log as it was kept elsewhere.")
  private @Nullable String expected;

  @Override
  public Integer call() throws Exception {
    if (expected != null && site == null) {
      terminal.refuse("--expect needs the SITE whose head it is");
      return 2;
    }
    return terminal.withStorage(storage -> verify(storage.database()));
  }

  private int verify(Database db) {
    SiteStore sites = new SiteStore(db, CacheMemory.ofCommand());
    List<String> asked = site != null
        ? List.of(sites.find(site).await().id())
        : sites.all().await().stream().map(Site::id).toList();
    int exitCode = 0;
    for (String id : asked) {
      exitCode = Math.max(exitCode, report(id, new LogCheck(db, id).run().await()));
    }
    return exitCode;
  }

  private int report(String id, LogCheck.Result result) {
    String sound = id + ": " + result.entries() + " entries";
    if (result.fault() != null) {
      terminal.say(sound + ", then " + result.fault());
      return 1;
    }
    terminal.say(sound + ", head " + result.head());
    if (expected != null && !expected.toLowerCase(Locale.ROOT).equals(result.head())) {
      terminal.say(id + ": the head is not " + expected);
      return 1;
    }
    return 0;
  }
}
