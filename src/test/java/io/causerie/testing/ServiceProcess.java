package io.causerie.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own. */
public final class ServiceProcess implements AutoCloseable {
  private static final String LISTENING = "listening on ";
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final String origin;

  private ServiceProcess(Process process, String origin) {
    this.process = process;
    this.origin = origin;
  }

  /**
   * Blocks until it answers.
   *
   * @param log of the service; what is there stays
   * @param arguments of the command line
   */
  public static ServiceProcess start(Map<String, String> settings, Path log, String... arguments)
      throws IOException {
    Process process = CommandLine.of(settings, arguments)
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
    return new ServiceProcess(process, listening(process));
  }

  /** Where it says that it listens. */
  private static String listening(Process process) throws IOException {
    // Its reader stays open: a service whose output goes nowhere would fail to write.
    BufferedReader output = process.inputReader(UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(LISTENING)) {
        return line.substring(LISTENING.length());
      }
    }
    throw new IOException("the service ended with " + process.onExit().join().exitValue());
  }

  /** Without a slash at the end. */
  public String origin() {
    return origin;
  }

  long pid() {
    return process.pid();
  }

  /** Ends it, as an operator would. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the service does not end");
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
