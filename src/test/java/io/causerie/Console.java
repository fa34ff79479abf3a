package io.causerie;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.causerie.testing.CommandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, on the database of a service that runs. */
record Console(Map<String, String> settings) {
  private static final long PATIENCE_SECONDS = 60;

  Console(String databaseUrl) {
    this(Map.of("DATABASE_URL", databaseUrl));
  }

  /** What a command came to, both kinds of output in one. */
  record Result(int exitCode, String output) {
    /** The token that was printed. */
    String token() {
      return output
          .lines()
          .filter(line -> line.startsWith("token: "))
          .map(line -> line.substring("token: ".length()))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no token in: " + output));
    }
  }

  Result run(String... arguments) {
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
}
