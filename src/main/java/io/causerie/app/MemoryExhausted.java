package io.causerie.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Hears of an exhausted heap wherever it shows. After it no thread can be relied on, so the process
 * has to end. The virtual machine tells a thread's handler when the thread dies of it; libraries
 * catch it before that, and what they all do then is to log it.
 */
public final class MemoryExhausted extends TurboFilter {
  /** A refusal of memory outside the heap costs one connection, and that memory comes back. */
  private static final String OUTSIDE_THE_HEAP = "Cannot reserve";

  private final Consumer<Throwable> end;

  private MemoryExhausted(Consumer<Throwable> end) {
    this.end = end;
  }

  /** Calls the given end from now on, for every thread and every library. */
  public static void watch(Consumer<Throwable> end) {
    var watch = new MemoryExhausted(end);
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
      watch.look(failure);
      LoggerFactory.getLogger(MemoryExhausted.class)
          .error("thread {} has died", thread.getName(), failure);
    });
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      loggers.addTurboFilter(watch);
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      ch.qos.logback.classic.Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    look(failure);
    if (arguments != null && arguments.length > 0) {
      look(arguments[arguments.length - 1] instanceof Throwable last ? last : null);
    }
    return FilterReply.NEUTRAL;
  }

  private void look(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isOfTheHeap(cause)) {
        end.accept(cause);
      }
    }
  }

  private static boolean isOfTheHeap(Throwable failure) {
    return failure.getClass().equals(OutOfMemoryError.class)
        && !String.valueOf(failure.getMessage()).startsWith(OUTSIDE_THE_HEAP);
  }
}
