package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.app.MemoryExhausted;
import io.causerie.testing.CommandLine;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process whose heap is used up ends, also without a flag of the virtual machine. */
final class OutOfMemoryTest {
  private static final long PATIENCE_SECONDS = 60;

  /** Where it happens. The process goes on, and ends with 0, if nobody notices. */
  enum Place {
    THREAD {
      @Override
      void exhaust() throws InterruptedException {
        Thread thread = new Thread(OutOfMemoryTest::takeAll);
        thread.start();
        thread.join();
      }
    },
    EVENT_LOOP {
      @Override
      void exhaust() throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        CountDownLatch next = new CountDownLatch(1);
        vertx.runOnContext(task -> {
          vertx.runOnContext(after -> next.countDown());
          takeAll();
        });
        next.await();
        vertx.close().await();
      }
    };

    abstract void exhaust() throws InterruptedException;
  }

  /** Stands for the program: the same but for what it runs. */
  static final class Exhausting {
    public static void main(String[] arguments) throws InterruptedException {
      MemoryExhausted.watch(Main::end);
      Place.valueOf(arguments[0]).exhaust();
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aProcessWithoutMemoryEndsWithAClearLastLine(Place place)
      throws IOException, InterruptedException {
    Process process =
        CommandLine.of(Exhausting.class, place.name()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isEqualTo(Main.OUT_OF_MEMORY);
    assertThat(output.strip().lines().reduce((a, b) -> b).orElse(""))
        .startsWith("causerie: ended, the memory of the process is used up: ");
  }

  private static void takeAll() {
    byte[][] held = new byte[Integer.MAX_VALUE / 1024][];
    for (int i = 0; i < held.length; i++) {
      held[i] = new byte[1 << 30];
    }
  }
}
