package io.causerie.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.comment.Status;
import io.causerie.http.Problem;
import io.causerie.screening.PostingContext.Repetition;
import io.causerie.screening.PostingContext.ThreadRules;
import io.causerie.site.SiteSettings;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class JudgementTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Screen PASSES = screen("passes", () -> Verdict.PASS);
  private static final Screen HOLDS = screen("holds", () -> Verdict.hold("why"));
  private static final Screen REJECTS = screen("rejects", () -> Verdict.reject("word"));
  private static final Screen SPAM = screen("spam", () -> Verdict.spam(null));
  private static final Screen SHADOWS = screen("ban", Verdict::shadow);
  private static final Screen REFUSES =
      screen("refuses", () -> Verdict.refuse(Problem.forbidden("go away")));
  private static final Screen FAILS = screen("fails", () -> {
    throw new IllegalStateException("on purpose");
  });

  @AfterAll
  static void close() throws TimeoutException {
    VERTX.close().await(20, TimeUnit.SECONDS);
  }

  @Test
  void whatNobodyMindsIsPublished() throws TimeoutException {
    assertThat(judged(PASSES)).isEqualTo(Judgement.APPROVED);
  }

  @Test
  void theGravestVerdictDecidesAndEveryReasonIsKept() throws TimeoutException {
    assertThat(judged(HOLDS, SPAM, PASSES, REJECTS))
        .isEqualTo(new Judgement(Status.SPAM, false, List.of("holds:why", "spam", "rejects:word")));
    assertThat(judged(SHADOWS, SPAM).shadowed()).isTrue();
  }

  @Test
  void onlyAShadowIsToldToBePublic() throws TimeoutException {
    assertThat(judged(SHADOWS).answered()).isEqualTo(Status.APPROVED);
    for (Screen screen : List.of(HOLDS, REJECTS, SPAM)) {
      assertThat(judged(screen).answered()).as(screen.name()).isEqualTo(Status.PENDING);
    }
  }

  @Test
  void aRefusalIsToldWhateverOthersFound() {
    assertThatThrownBy(() -> judged(SPAM, REFUSES, HOLDS)).isInstanceOf(Problem.class);
  }

  @Test
  void aScreenThatFailsHoldsAndTheOthersStillLook() throws TimeoutException {
    assertThat(judged(FAILS, HOLDS))
        .isEqualTo(new Judgement(Status.PENDING, false, List.of("fails:failed", "holds:why")));
  }

  @Test
  void aScreenThatHangsHoldsAndWhatWasFoundBeforeIsKept() throws TimeoutException {
    CountDownLatch released = new CountDownLatch(1);
    Screen hangs = screen("hangs", () -> {
      awaitUninterrupted(released);
      return Verdict.PASS;
    });
    try {
      assertThat(judged(hangs))
          .isEqualTo(new Judgement(Status.PENDING, false, List.of("screening:late")));
      assertThat(judged(SPAM, hangs))
          .isEqualTo(new Judgement(Status.SPAM, false, List.of("spam", "screening:late")));
    } finally {
      released.countDown();
    }
  }

  private static Judgement judged(Screen... screens) throws TimeoutException {
    return new Screening(VERTX, Duration.ofSeconds(1), List.of(screens))
        .judge(candidate())
        .await(20, TimeUnit.SECONDS);
  }

  private static Candidate candidate() {
    PostingContext standing = new PostingContext(
        false, null, 0, 0, ThreadRules.NONE, null, null, Repetition.NOTHING, List.of());
    return new Candidate(
        SiteSettings.DEFAULTS,
        new Candidate.Text("Ann", "A body", "<p>A body</p>"),
        Candidate.Form.NONE,
        standing,
        Instant.EPOCH);
  }

  private static Screen screen(String name, Supplier<Verdict> verdict) {
    return new Screen() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Verdict verdict(Candidate candidate) {
        return verdict.get();
      }
    };
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
