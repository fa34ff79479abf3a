package io.causerie.cli;

import io.causerie.account.Actor;
import io.causerie.app.Storage;
import io.causerie.cache.CacheMemory;
import io.causerie.screening.WordBudget;
import io.causerie.site.Origins;
import io.causerie.site.SettingsChange;
import io.causerie.site.Site;
import io.causerie.site.SiteChange;
import io.causerie.site.SiteSettings;
import io.causerie.site.SiteStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "site",
    description = "Make, list and change the sites that are served.",
    mixinStandardHelpOptions = true)
public final class SiteCommand {
  private final Terminal terminal;

  public SiteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(name = "add", description = "Make a site.")
  int add(
      @Parameters(paramLabel = "SLUG", description = "Names the site in URLs, like my-blog.")
          String slug,
      @Option(
              names = "--origin",
              required = true,
              description = "Where its pages live, like https://blog.example; may be repeated.")
          List<String> origins)
      throws Exception {
    if (!Site.isId(slug)) {
      return terminal.refuse(
          slug + " is not a slug: 1 to 63 of a-z, 0-9 and -, not beginning with -");
    }
    if (!areOrigins(origins)) {
      return 2;
    }
    return terminal.withStorage(storage -> {
      boolean added =
          sites(storage).add(new Site(slug, origins, SiteSettings.DEFAULTS)).await();
      if (!added) {
        return terminal.refuse("there is a site " + slug + " already");
      }
      terminal.say("added " + slug);
      return terminal.say(storage.links().toOwner(slug).await());
    });
  }

  @Command(name = "list", description = "List the sites with their origins.")
  int list() throws Exception {
    return withSites(sites -> {
      List<Site> all = sites.all().await();
      all.forEach(site -> terminal.say(site.id() + "\t" + String.join(" ", site.origins())));
      return 0;
    });
  }

  @Command(name = "set", description = "Change a site.")
  int set(
      @Parameters(paramLabel = "SLUG") String slug,
      @Option(names = "--origin", description = "Replaces its origins; may be repeated.") @Nullable
          List<String> origins,
      @Parameters(
              index = "1..*",
              arity = "0..*",
              paramLabel = "SETTING=VALUE",
              description = "See docs/moderation.md; lists are like a,b.")
          @Nullable
          Map<String, String> settings)
      throws Exception {
    List<String> newOrigins = origins == null ? List.of() : origins;
    Map<String, String> newSettings = settings == null ? Map.of() : settings;
    if (newOrigins.isEmpty() && newSettings.isEmpty()) {
      return terminal.refuse("nothing to change: give --origin or SETTING=VALUE");
    }
    if (!areOrigins(newOrigins)) {
      return 2;
    }
    try {
      SettingsChange changed = SettingsChange.from(newSettings, WordBudget::problem);
      return withSites(sites -> change(sites, slug, newOrigins, changed));
    } catch (IllegalArgumentException problem) {
      return terminal.refuse(String.valueOf(problem.getMessage()));
    }
  }

  private int change(SiteStore sites, String slug, List<String> origins, SettingsChange settings) {
    sites
        .change(new SiteChange(
            slug,
            origins.isEmpty() ? null : origins,
            settings,
            Actor.CONSOLE.id(),
            Actor.CONSOLE.name()))
        .await();
    return terminal.say("changed " + slug);
  }

  private boolean areOrigins(List<String> origins) {
    List<String> problems = new ArrayList<>();
    for (String origin : origins) {
      String problem = Origins.problem(origin);
      if (problem != null) {
        problems.add(origin + " " + problem);
      }
    }
    problems.forEach(terminal::refuse);
    return problems.isEmpty();
  }

  private int withSites(ToIntFunction<SiteStore> act) throws Exception {
    return terminal.withStorage(storage -> act.applyAsInt(sites(storage)));
  }

  private static SiteStore sites(Storage storage) {
    return new SiteStore(storage.database(), CacheMemory.ofCommand());
  }
}
