package io.causerie.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Writes into {@code target/test-durations/} how long each test class took, with its start and its end:
 * a line for each, of milliseconds, kind and name.
 */
public final class Durations implements TestExecutionListener {
  private static final Path FILE = Path.of(
      System.getProperty("causerie.tests.directory", "target"),
      "test-durations",
      ProcessHandle.current().pid() + ".txt");

  private final Map<String, Long> idToStart = new ConcurrentHashMap<>();

  @Override
  public void executionStarted(TestIdentifier test) {
    if (isClass(test)) {
      idToStart.put(test.getUniqueId(), System.nanoTime());
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Long start = idToStart.remove(test.getUniqueId());
    if (start == null) {
      return;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(
          FILE,
          millis + " " + kind(test.getTags()) + " " + test.getDisplayName() + "\n",
          UTF_8,
          CREATE,
          APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isClass(TestIdentifier test) {
    return test.getSource().filter(ClassSource.class::isInstance).isPresent();
  }

  private static String kind(Set<TestTag> tags) {
    if (tags.contains(TestTag.create("browser"))) {
      return "browser";
    }
    return tags.contains(TestTag.create("http")) ? "http" : "unit";
  }
}
