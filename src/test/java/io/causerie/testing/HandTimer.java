package io.causerie.testing;

import io.causerie.db.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pauses that end when a test says so. */
public final class HandTimer implements Background.Timer {
  private record Waiting(Duration time, Runnable act) {}

  private final List<Waiting> waiting = new ArrayList<>();

  @Override
  public synchronized void after(Duration time, Runnable act) {
    waiting.add(new Waiting(time, act));
  }

  /** Those that have not ended, oldest first. */
  public synchronized List<Duration> pauses() {
    return waiting.stream().map(Waiting::time).toList();
  }

  /** Ends the oldest. */
  public void fire() {
    fire(0);
  }

  public void fireLast() {
    fire(pauses().size() - 1);
  }

  private void fire(int index) {
    Waiting next;
    synchronized (this) {
      next = waiting.remove(index);
    }
    next.act.run();
  }
}
