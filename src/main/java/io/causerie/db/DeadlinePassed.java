package io.causerie.db;

import java.util.concurrent.TimeoutException;

/**
 * The database did not answer in time. The statement may still succeed, or have succeeded already:
 * its outcome is unknown, so a write may be repeated only under its idempotency key.
 */
public final class DeadlinePassed extends TimeoutException {
  private static final long serialVersionUID = 1;

  DeadlinePassed(long millis) {
    super("No answer from the database in " + millis + " ms; the outcome is unknown");
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
