package io.causerie.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program in a process of its own. */
public final class CommandLine {
  private static final String MAIN = "io.causerie.Main";
  private static final String LITTLE_MEMORY = "-Xmx64m";
  /** Quick to start, as most of these processes live for seconds. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private CommandLine() {}

  /** With these settings, and none of those that were made for the tests. */
  public static ProcessBuilder of(Map<String, String> settings, String... arguments) {
    ProcessBuilder builder = java(List.of(), MAIN, arguments);
    builder.environment().keySet().removeIf(name -> name.startsWith("CAUSERIE_"));
    builder.environment().putAll(settings);
    return builder;
  }

  /** Another main class, with little memory. */
  public static ProcessBuilder of(Class<?> main, String... arguments) {
    return java(List.of(LITTLE_MEMORY), main.getName(), arguments);
  }

  private static ProcessBuilder java(List<String> options, String main, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.addAll(SHORT_LIVED);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
