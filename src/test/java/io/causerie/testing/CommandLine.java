package io.causerie.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program in a process of its own. */
public final class CommandLine {
  private static final String MAIN = "io.causerie.Main";
  /** Small and quick to start, as most of these processes live for seconds. */
  private static final String COLLECTOR = "-XX:+UseSerialGC";

  private CommandLine() {}

  /** With these settings, and none of those that were made for the tests. */
  public static ProcessBuilder of(Map<String, String> settings, String... arguments) {
    String java = ProcessHandle.current().info().command().orElse("java");
    List<String> command = new ArrayList<>(
        List.of(java, COLLECTOR, "-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("CAUSERIE_"));
    builder.environment().putAll(settings);
    return builder;
  }
}
