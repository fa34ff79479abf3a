package io.causerie;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A command as an operator types it, in a process of its own. */
record Command(int exitCode, String output) {

  /** On that database. */
  static Command run(String databaseUrl, String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-cp",
        System.getProperty("java.class.path"),
        "io.causerie.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("CAUSERIE_"));
    builder.environment().put("DATABASE_URL", databaseUrl);
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Command(process.onExit().join().exitValue(), output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
