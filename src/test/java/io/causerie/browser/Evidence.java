package io.causerie.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * What is kept of a test that failed, in {@code target/failures/<test>/}: the trace and the last picture
 * of each reader, what its console has, and what the service logged meanwhile. A trace is read with
 * Playwright's trace viewer.
 */
final class Evidence {
  private static final Path FAILURES =
      Path.of(System.getProperty("causerie.tests.directory", "target"), "failures");

  /** Lines of the log since the test began. */
  private static final List<String> LOGGED = Collections.synchronizedList(new ArrayList<>());

  static {
    AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
      @Override
      protected void append(ILoggingEvent event) {
        LOGGED.add("%s %s %s %s"
            .formatted(
                event.getInstant(),
                event.getLevel(),
                event.getLoggerName(),
                event.getFormattedMessage()));
      }
    };
    appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    appender.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(appender);
  }

  private Evidence() {}

  /** Of the next test. */
  static void begin() {
    LOGGED.clear();
  }

  static void keep(ExtensionContext test, Collection<Reader> readers) {
    Path folder = FAILURES.resolve(name(test));
    List<String> console = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      int number = 0;
      for (Reader reader : readers) {
        number++;
        reader.keep(folder, number);
        console.addAll(reader.console());
      }
      Files.write(folder.resolve("console.txt"), console, UTF_8);
      synchronized (LOGGED) {
        Files.write(folder.resolve("service.log"), LOGGED, UTF_8);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String name(ExtensionContext test) {
    String method = test.getRequiredTestMethod().getName();
    String given = test.getDisplayName();
    String which = given.startsWith(method) ? "" : "-" + given.replaceAll("[^\\p{Alnum}]+", "-");
    String whole = test.getRequiredTestClass().getSimpleName() + "." + method + which;
    return whole.substring(0, Math.min(100, whole.length()));
  }
}
