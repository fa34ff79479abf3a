package io.causerie.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program in a process of its own. */
public final class CommandLine {
  private static final String MAIN = "io.causerie.Main";
  /** Quick to start, as most of these processes live for seconds. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private CommandLine() {}

  /** With these settings, and none of those that were made for the tests. */
  public static ProcessBuilder of(Map<String, String> settings, String... arguments) {
    String java = ProcessHandle.current().info().command().orElse("java");
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(SHORT_LIVED);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("CAUSERIE_"));
    builder.environment().putAll(settings);
    return builder;
  }
}
