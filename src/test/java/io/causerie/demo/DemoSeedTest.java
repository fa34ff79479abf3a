package io.causerie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoSeedTest {
  private static final int DEEPEST = 8;

  private final List<List<SeedComment>> threads = DemoSeed.threads();

  @Test
  void everyArticleHasAConversation() {
    assertThat(threads).hasSize(5).allSatisfy(thread -> assertThat(thread).hasSizeGreaterThan(15));
  }

  @Test
  void theNightTrainHasTwoThousandComments() {
    assertThat(
            threads.stream().filter(thread -> thread.get(0).threadKey().contains("night-trains")))
        .singleElement()
        .satisfies(thread -> assertThat(thread).hasSize(2_000));
  }

  @Test
  void everyCallGivesTheSame() {
    assertThat(DemoSeed.threads()).isEqualTo(threads);
  }

  @Test
  void aParentComesBeforeItsRepliesAndIsOlder() {
    for (List<SeedComment> thread : threads) {
      for (int index = 0; index < thread.size(); index++) {
        Integer parent = thread.get(index).parentIndex();
        if (parent != null) {
          assertThat(parent).isLessThan(index);
          assertThat(thread.get(parent).age()).isGreaterThan(thread.get(index).age());
        }
      }
    }
  }

  @Test
  void noBranchIsDeeperThanEight() {
    for (List<SeedComment> thread : threads) {
      assertThat(thread)
          .allSatisfy(comment -> assertThat(depth(thread, comment)).isLessThanOrEqualTo(DEEPEST));
    }
  }

  @Test
  void nobodyInTheCrowdRepeatsSomebodyElse() {
    Set<String> bodies = new HashSet<>();

    assertThat(threads.stream().flatMap(List::stream)).allMatch(seed -> bodies.add(seed.body()));
  }

  @Test
  void nothingWasWrittenInTheFuture() {
    assertThat(threads.stream().flatMap(List::stream))
        .allMatch(seed -> seed.age().toMinutes() > 0);
  }

  private static int depth(List<SeedComment> thread, SeedComment comment) {
    int depth = 0;
    for (Integer up = comment.parentIndex(); up != null; up = thread.get(up).parentIndex()) {
      depth++;
    }
    return depth;
  }
}
