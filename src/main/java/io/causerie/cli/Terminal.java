package io.causerie.cli;

import io.causerie.app.Storage;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command is given, and where it says what came of it. The answers are exit codes.
 *
 * @param environment with the settings
 */
public record Terminal(Map<String, String> environment, PrintStream out, PrintStream err) {
  public static Terminal ofProcess() {
    return new Terminal(System.getenv(), System.out, System.err);
  }

  public int say(String line) {
    out.println(line);
    return 0;
  }

  public int refuse(String problem) {
    err.println("causerie: " + problem);
    return 1;
  }

  /** Does that with the database of the settings. */
  public int withStorage(Storage.Work work) throws Exception {
    return Storage.use(environment, work);
  }
}
