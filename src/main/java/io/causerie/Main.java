package io.causerie;

import io.causerie.comment.Recount;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. The one place that ends the process. */
@Command(
    name = "causerie",
    description = "Threaded comments for articles.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      SiteCommand.class,
      MemberCommand.class,
      MigrateCommand.class,
      VerifyLogCommand.class
    })
public final class Main implements Callable<Integer> {
  /** sysexits.h, EX_CONFIG: something in the configuration is wrong. */
  static final int BAD_CONFIGURATION = 78;
  /** The same as of {@code -XX:+ExitOnOutOfMemoryError}. */
  static final int OUT_OF_MEMORY = 3;

  /** What the jar says of itself. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"causerie " + (version == null ? "(not packed)" : version)};
    }
  }

  /** Without a command the service is started. */
  @Override
  public Integer call() throws Exception {
    return serve();
  }

  @Command(name = "serve", description = "Start the service (also without any command).")
  int serve() throws Exception {
    return Service.run(false);
  }

  @Command(name = "demo", description = "Start the service with a demonstration site under /demo/.")
  int demo() throws Exception {
    return Service.run(true);
  }

  @Command(
      name = "recount",
      description = "Compare every counter with what it counts, and mend it.")
  int recount() throws Exception {
    return Storage.use(storage -> {
      Recount.Result result = new Recount(storage.database()).run().await();
      System.out.printf(
          "%d threads: mended %d comment counts, %d reply counts and %d flag counts,%n"
              + "the records of %d authors and %d totals of the queue%n",
          result.threads(),
          result.threadCounts(),
          result.replyCounts(),
          result.flagCounts(),
          result.authors(),
          result.totals());
      return 0;
    });
  }

  @Command(name = "version", description = "Print the version.")
  int version() {
    System.out.println(new Version().getVersion()[0]);
    return 0;
  }

  public static void main(String[] arguments) {
    MemoryExhausted.watch(Main::end);
    int exitCode = new CommandLine(new Main())
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
        .execute(arguments);
    System.exit(exitCode);
  }

  /** At once: closing in good order wants memory too. The supervisor of the process starts it again. */
  static void end(Throwable exhausted) {
    System.err.println("causerie: ended, the memory of the process is used up: " + exhausted);
    Runtime.getRuntime().halt(OUT_OF_MEMORY);
  }

  private static int explain(Exception failure) {
    System.err.println("causerie: " + failure.getMessage());
    return failure instanceof InvalidConfig ? BAD_CONFIGURATION : 1;
  }
}
