package io.causerie.cli;

import io.causerie.account.Actor;
import io.causerie.account.Role;
import io.causerie.app.Storage;
import io.causerie.cache.CacheMemory;
import io.causerie.core.Token;
import io.causerie.site.SiteStore;
import io.causerie.team.MemberStore;
import io.causerie.team.MemberStore.Added;
import io.causerie.team.MemberStore.Member;
import io.causerie.text.AuthorName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "moderator",
    description = "Say who moderates a site.",
    mixinStandardHelpOptions = true)
public final class MemberCommand {
  private final Terminal terminal;

  public MemberCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "add",
      description = {
        "Make somebody a member of a site's team, and print a token for them.",
        "For a member: change the role, or without another role print a new token in place of the old."
      })
  int add(
      @Parameters(paramLabel = "SITE") String site,
      @Parameters(paramLabel = "NAME", description = "Signs comments and stands in the log.")
          String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              description = "moderator (at first) or owner, who may also give out tokens.")
          @Nullable
          String role)
      throws Exception {
    String clean = AuthorName.normalise(name);
    String problem = AuthorName.problem(clean);
    if (problem != null) {
      return terminal.refuse("the name " + problem);
    }
    Optional<Role> asked = role(role);
    if (role != null && asked.isEmpty()) {
      return terminal.refuse(notARole(role));
    }
    return onSite(site, storage -> {
      Added added =
          members(storage).add(site, clean, asked.orElse(null), Actor.CONSOLE).await();
      return tell(storage, site, clean, added);
    });
  }

  @Command(
      name = "invite",
      description = "Print a link by which somebody joins a site's team, once, within 72 hours.")
  int invite(
      @Parameters(paramLabel = "SITE") String site,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "moderator",
              description = "moderator (at first) or owner.")
          String role)
      throws Exception {
    Optional<Role> asked = role(role);
    if (asked.isEmpty()) {
      return terminal.refuse(notARole(role));
    }
    return onSite(
        site, storage -> terminal.say(storage.links().toTeam(site, asked.get()).await()));
  }

  @Command(
      name = "list",
      description = "List the team of a site: name, role, since when, and when last seen.")
  int list(@Parameters(paramLabel = "SITE") String site) throws Exception {
    return onSite(site, storage -> {
      members(storage).list(site).await().forEach(member -> terminal.say(line(member)));
      return 0;
    });
  }

  @Command(name = "remove", description = "End a membership. Its tokens are dead at once.")
  int remove(
      @Parameters(paramLabel = "SITE") String site, @Parameters(paramLabel = "NAME") String name)
      throws Exception {
    String clean = AuthorName.normalise(name);
    return onSite(site, storage -> {
      members(storage).remove(site, clean, Actor.CONSOLE).await();
      return terminal.say(clean + " is no member of " + site + " any more");
    });
  }

  private int tell(Storage storage, String site, String name, Added added) {
    String role = added.role().word();
    Token token = added.token();
    if (token == null) {
      return terminal.say(name + " is now " + role + " of " + site + "; the token stays the same");
    }
    terminal.say(
        added.was() == null
            ? "added " + name + " as " + role + " of " + site
            : name + " is " + role + " of " + site + " already; tokens from before are dead");
    terminal.say("token: " + token.value());
    terminal.say(
        "sign in: " + storage.links().toMember(site, name, added.role()).await());
    return terminal.say(
        "Keep the token in a safe place: it is shown this once only. The link sets a password,"
            + " once, within 72 hours.");
  }

  private static String line(Member member) {
    Instant lastSeenAt = member.lastSeenAt();
    return String.join(
        "\t",
        member.name(),
        member.role().word(),
        member.since().toString(),
        lastSeenAt == null ? "never" : lastSeenAt.toString());
  }

  private static Optional<Role> role(@Nullable String word) {
    return Arrays.stream(Role.values()).filter(role -> role.word().equals(word)).findFirst();
  }

  private static String notARole(String word) {
    return word + " is not a role: say moderator or owner";
  }

  /** Fails for an unknown site. */
  private int onSite(String site, Storage.Work act) throws Exception {
    return terminal.withStorage(storage -> {
      new SiteStore(storage.database(), CacheMemory.ofCommand()).find(site).await();
      return act.run(storage);
    });
  }

  private static MemberStore members(Storage storage) {
    return new MemberStore(storage.database(), InstantSource.system());
  }
}
