package io.causerie.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server process of a database directory, as its {@code postmaster.pid} tells. */
public record Postmaster(ProcessHandle process, int port) {
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;
  private static final String PID_OF_NOBODY = Integer.toString(Integer.MAX_VALUE);

  /** Empty when there is none, or when its pid is that of a zombie or by now of another program. */
  public static Optional<Postmaster> running(Path cluster) throws IOException {
    List<String> lines = lines(cluster);
    if (lines.size() <= PORT_LINE) {
      return Optional.empty();
    }
    int port = Integer.parseInt(lines.get(PORT_LINE).strip());
    return ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
        .filter(process -> serves(process, cluster))
        .map(process -> new Postmaster(process, port));
  }

  /**
   * Lets the next server take the file for a dead one's even if its pid is in use again. The file is
   * kept because it names the shared memory: PostgreSQL looks there for backends that outlived their
   * server, and starting beside them would damage the database.
   */
  static void forget(Path cluster) throws IOException {
    List<String> lines = new ArrayList<>(lines(cluster));
    if (lines.isEmpty()) {
      Files.deleteIfExists(file(cluster));
      return;
    }
    lines.set(PID_LINE, PID_OF_NOBODY);
    Files.write(file(cluster), lines);
  }

  private static boolean serves(ProcessHandle process, Path cluster) {
    String command = process.info().commandLine().orElse("");
    return command.contains("/bin/postgres") && command.contains(cluster.toString());
  }

  private static List<String> lines(Path cluster) throws IOException {
    try {
      return Files.readAllLines(file(cluster));
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
