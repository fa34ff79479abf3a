package io.causerie;

import io.causerie.app.MemoryExhausted;
import io.causerie.cli.MemberCommand;
import io.causerie.cli.MigrateCommand;
import io.causerie.cli.Serve;
import io.causerie.cli.SiteCommand;
import io.causerie.cli.Terminal;
import io.causerie.cli.VerifyLogCommand;
import io.causerie.config.InvalidConfig;
import io.causerie.upkeep.Recount;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. The one place that ends the process. */
@Command(
    name = "causerie",
    description = "Threaded comments for articles.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
  /** sysexits.h, EX_CONFIG: something in the configuration is wrong. */
  public static final int BAD_CONFIGURATION = 78;
  /** The same as of {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int OUT_OF_MEMORY = 3;

  private final Terminal terminal;

  private Main(Terminal terminal) {
    this.terminal = terminal;
  }

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
    return Serve.run(terminal, false);
  }

  @Command(name = "demo", description = "Start the service with a demonstration site under /demo/.")
  int demo() throws Exception {
    return Serve.run(terminal, true);
  }

  @Command(
      name = "recount",
      description = "Compare every counter with what it counts, and mend it.")
  int recount() throws Exception {
    return terminal.withStorage(storage -> {
      Recount.Result result = new Recount(storage.database()).run().await();
      terminal
          .out()
          .printf(
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
    return terminal.say(new Version().getVersion()[0]);
  }

  public static void main(String[] arguments) {
    MemoryExhausted.watch(Main::end);
    System.exit(run(Terminal.ofProcess(), arguments));
  }

  /** Runs one command; the answer is the exit code. {@code serve} and {@code demo} do not return. */
  public static int run(Terminal terminal, String... arguments) {
    return new CommandLine(new Main(terminal))
        .addSubcommand(new SiteCommand(terminal))
        .addSubcommand(new MemberCommand(terminal))
        .addSubcommand(new MigrateCommand(terminal))
        .addSubcommand(new VerifyLogCommand(terminal))
        .setOut(new PrintWriter(terminal.out(), true, Charset.defaultCharset()))
        .setErr(new PrintWriter(terminal.err(), true, Charset.defaultCharset()))
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(terminal, failure))
        .execute(arguments);
  }

  /** At once: closing in good order wants memory too. The supervisor of the process starts it again. */
  static void end(Throwable exhausted) {
    System.err.println("causerie: ended, the memory of the process is used up: " + exhausted);
    Runtime.getRuntime().halt(OUT_OF_MEMORY);
  }

  private static int explain(Terminal terminal, Exception failure) {
    int exitCode = terminal.refuse(String.valueOf(failure.getMessage()));
    return failure instanceof InvalidConfig ? BAD_CONFIGURATION : exitCode;
  }
}
