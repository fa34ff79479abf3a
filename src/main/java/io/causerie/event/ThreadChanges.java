package io.causerie.event;

/** Tells listeners that a thread changed. Called by the store that changed it and by {@link EventLog}. */
public final class ThreadChanges {
  /** Called on any thread; must not block. */
  public interface Listener {
    void threadChanged(ThreadRef thread);

    /** Some changes may have been missed: everything cached may be stale. */
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
