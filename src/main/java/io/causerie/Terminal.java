package io.causerie;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command is given, and where it says what came of it. The answers are exit codes.
 *
 * @param environment with the settings
 */
public record Terminal(Map<String, String> environment, PrintStream out, PrintStream err) {
  static Terminal ofProcess() {
    return new Terminal(System.getenv(), System.out, System.err);
  }

  int say(String line) {
    out.println(line);
    return 0;
  }

  int refuse(String problem) {
    err.println("causerie: " + problem);
    return 1;
  }

  /** Does that with the database of the settings. */
  int withStorage(Storage.Work work) throws Exception {
    return Storage.use(environment, work);
  }
}
