package io.causerie.core;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous loop. A method that composes its own next step would hold a future for every step
 * until the last one ends, and unwind all of them on one stack; this needs the same memory and the same
 * stack for any number of steps.
 */
public final class Steps<S> {
  private final Predicate<S> goesOn;
  private final Function<S, Future<S>> step;
  private final Promise<S> end = Promise.promise();

  private Steps(Predicate<S> goesOn, Function<S, Future<S>> step) {
    this.goesOn = goesOn;
    this.step = step;
  }

  /**
   * Takes steps, one after the other, as long as the state they have led to says so.
   *
   * @return the last state, or the failure of the step that failed
   */
  public static <S> Future<S> run(S first, Predicate<S> goesOn, Function<S, Future<S>> step) {
    Steps<S> steps = new Steps<>(goesOn, step);
    steps.from(first);
    return steps.end.future();
  }

  private void from(S first) {
    S state = first;
    while (goesOn(state)) {
      Turn turn = new Turn();
      take(state).onComplete(turn::ended);
      AsyncResult<S> result = turn.resultOrLeave();
      if (result == null) {
        return;
      }
      if (result.failed()) {
        end.fail(result.cause());
        return;
      }
      state = result.result();
    }
    end.tryComplete(state);
  }

  private boolean goesOn(S state) {
    try {
      return goesOn.test(state);
    } catch (RuntimeException failure) {
      end.fail(failure);
      return false;
    }
  }

  /** What a step throws is caught as what it answers. */
  private Future<S> take(S state) {
    return Future.succeededFuture().compose(now -> step.apply(state));
  }

  /** One step: whichever comes second, its end or the return of the loop from starting it, goes on. */
  private final class Turn {
    private final AtomicReference<@Nullable Object> first = new AtomicReference<>();

    /** The result of a step that has ended by now; null for one that goes on when its future ends. */
    @SuppressWarnings("unchecked")
    @Nullable
    AsyncResult<S> resultOrLeave() {
      return first.compareAndSet(null, this) ? null : (AsyncResult<S>) first.get();
    }

    void ended(AsyncResult<S> result) {
      if (first.compareAndSet(null, result)) {
        return;
      }
      if (result.failed()) {
        end.fail(result.cause());
      } else {
        from(result.result());
      }
    }
  }
}
