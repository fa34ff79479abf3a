package io.causerie.event;

/** Who wants to know that a thread changed. Told by the store that changed it and by {@link EventLog}. */
public final class Changes {
  /** Called on whatever thread the news comes from; must not block. */
  public interface Listener {
    void threadChanged(ThreadRef thread);

    /** Some changes may have gone unheard: whatever is remembered may be wrong. */
    void changesMissed();
  }

  private final Listeners<Listener> listeners = new Listeners<>();

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  public void changed(ThreadRef thread) {
    listeners.tell(listener -> listener.threadChanged(thread));
  }

  public void missed() {
    listeners.tell(Listener::changesMissed);
  }
}
