package io.causerie.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.causerie.Main;
import io.causerie.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line on the database of a service that runs. */
public record Console(Map<String, String> settings) {
  private static final long PATIENCE_SECONDS = 60;

  public Console(String databaseUrl) {
    this(Map.of("DATABASE_URL", databaseUrl));
  }

  /** What a command came to, both kinds of output in one. */
  public record Result(int exitCode, String output) {
    /** The token that was printed. */
    public String token() {
      return output
          .lines()
          .filter(line -> line.startsWith("token: "))
          .map(line -> line.substring("token: ".length()))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no token in: " + output));
    }
  }

  /** In a process of its own, which has to end. */
  public Result runInProcess(String... arguments) {
    ProcessBuilder builder = CommandLine.of(settings, arguments).redirectErrorStream(true);
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(String.join(" ", arguments) + " does not end");
      }
      return new Result(process.exitValue(), output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** In this process, as a process of its own would do it. */
  public Result run(String... arguments) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(output, true, UTF_8);
    int exitCode = Main.run(new Terminal(settings, both, both), arguments);
    return new Result(exitCode, output.toString(UTF_8));
  }
}
