package io.causerie.cli;

import io.causerie.db.Grants;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "migrate",
    description = "Bring the schema up to date, as the role that owns it.",
    mixinStandardHelpOptions = true)
public final class MigrateCommand implements Callable<Integer> {
  private final Terminal terminal;

  public MigrateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Option(
      names = "--grant",
      paramLabel = "ROLE",
      description = "Give this role what the service needs, and take from it what it does not.")
  private @Nullable String role;

  @Override
  public Integer call() throws Exception {
    return terminal.withStorage(storage -> {
      if (role != null) {
        new Grants(storage.database()).to(role).await();
      }
      terminal.say(
          "the schema is up to date" + (role == null ? "" : ", and the service may be " + role));
      return 0;
    });
  }
}
