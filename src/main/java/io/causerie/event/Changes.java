package io.causerie.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know that a thread changed. Told by the store that changed it and by {@link EventLog}. */
public final class Changes {
  /** Called on whatever thread the news comes from; must not block. */
  public interface Listener {
    void threadChanged(ThreadRef thread);

    /** Some changes may have gone unheard: whatever is remembered may be wrong. */
    void changesMissed();
  }

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  public void changed(ThreadRef thread) {
    listeners.forEach(listener -> listener.threadChanged(thread));
  }

  public void missed() {
    listeners.forEach(Listener::changesMissed);
  }
}
