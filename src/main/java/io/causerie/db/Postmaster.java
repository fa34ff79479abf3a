package io.causerie.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The server that an earlier process left behind, as {@code postmaster.pid} tells: pid, data directory,
 * start time, port, one a line.
 */
record Postmaster(ProcessHandle process, int port) {
  private static final long STOP_SECONDS = 30;

  /** Empty when none runs on that data; what a dead one left is cleared away. */
  static Optional<Postmaster> find(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    Optional<ProcessHandle> process = lines.size() < 4
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(Postmaster::isServer);
    if (process.isEmpty()) {
      Files.delete(file);
      return Optional.empty();
    }
    return Optional.of(
        new Postmaster(process.get(), Integer.parseInt(lines.get(3).strip())));
  }

  /** Asks for a fast shutdown and waits for it. */
  void stop() throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IOException("PostgreSQL (process " + process.pid() + ") does not stop", e);
    }
  }

  /** A pid may have been given to another program since, or be a zombie that nobody reaped. */
  private static boolean isServer(ProcessHandle process) {
    return process.isAlive()
        && process
            .info()
            .command()
            .filter(command -> command.contains("postgres"))
            .isPresent();
  }
}
