package io.causerie.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know what happened to which comment, on any node. Told by {@link EventLog}. */
public final class Happenings {
  /** Called on whatever thread the news comes from; must not block. */
  public interface Listener {
    void happened(Happening happening);
  }

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  void tell(Happening happening) {
    listeners.forEach(listener -> listener.happened(happening));
  }
}
