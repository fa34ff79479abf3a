package io.causerie.event;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listeners that are told one after the other. One that throws is told again, twice, and then passed
 * over: it keeps the news from no other listener, and is told the next news.
 */
final class Listeners<L> {
  private static final int TRIES = 3;
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<L> listeners = new CopyOnWriteArrayList<>();
  private final Set<L> failing = ConcurrentHashMap.newKeySet();

  void add(L listener) {
    listeners.add(listener);
  }

  void tell(Consumer<L> news) {
    listeners.forEach(listener -> tell(listener, news));
  }

  private void tell(L listener, Consumer<L> news) {
    for (int left = TRIES; left > 0; left--) {
      try {
        news.accept(listener);
        if (failing.remove(listener)) {
          LOG.info("{} takes news again", listener.getClass().getName());
        }
        return;
      } catch (RuntimeException failure) {
        if (left == 1 && failing.add(listener)) {
          LOG.error(
              "{} does not take the news, and misses it", listener.getClass().getName(), failure);
        }
      }
    }
  }
}
