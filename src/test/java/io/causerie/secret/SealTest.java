package io.causerie.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealTest {
  private static final String OLD = "the-old-secret-of-32-characters-or-more";
  private static final String NEW = "the-new-secret-of-32-characters-or-more";
  private static final Buffer VALUE = Buffer.buffer("twenty bytes of it..");

  private final Seal seal = Seal.parse(NEW);

  @Test
  void whatWasSealedOpensInItsRowAndInNoOther() {
    Buffer kept = seal.close("a/1", VALUE);

    assertThat(seal.open("a/1", kept, 20)).isEqualTo(VALUE);
    assertThatIllegalStateException().isThrownBy(() -> seal.open("a/2", kept, 20));
  }

  @Test
  void theSameValueLooksDifferentEachTimeAndLikeNothing() {
    Buffer kept = seal.close("a/1", VALUE);

    assertThat(kept.length()).isEqualTo(49);
    assertThat(kept).isNotEqualTo(seal.close("a/1", VALUE));
    assertThat(kept.toString()).doesNotContain("twenty");
  }

  @Test
  void whatWasChangedOrNeverSealedDoesNotOpen() {
    for (int i = 0; i < 49; i++) {
      Buffer changed = seal.close("a/1", VALUE);
      changed.setByte(i, (byte) (changed.getByte(i) ^ 1));
      assertThatIllegalStateException().isThrownBy(() -> seal.open("a/1", changed, 20));
    }
    assertThatIllegalStateException().isThrownBy(() -> seal.open("a/1", VALUE, 20));
    assertThatIllegalStateException().isThrownBy(() -> seal.open("a/1", Buffer.buffer(), 20));
  }

  @Test
  void ofTwoSecretsTheFirstSealsAndBothOpen() {
    Seal both = Seal.parse(NEW + ", " + OLD);
    Buffer old = Seal.parse(OLD).close("a/1", VALUE);

    assertThat(both.open("a/1", old, 20)).isEqualTo(VALUE);
    assertThatIllegalStateException().isThrownBy(() -> seal.open("a/1", old, 20));
    Buffer renewed = both.renew("a/1", old, 20);
    assertThat(seal.open("a/1", renewed, 20)).isEqualTo(VALUE);
    assertThat(both.renew("a/1", renewed, 20)).isSameAs(renewed);
    assertThat(seal.open("a/1", both.renew("a/1", VALUE, 20), 20)).isEqualTo(VALUE);
  }

  @Test
  void withoutASecretEverythingIsKeptAsItIsAndNothingSealedIsTakenForIt() {
    assertThat(Seal.OFF.close("a/1", VALUE)).isEqualTo(VALUE);
    assertThat(Seal.OFF.open("a/1", VALUE, 20)).isEqualTo(VALUE);
    assertThatIllegalStateException()
        .isThrownBy(() -> Seal.OFF.open("a/1", seal.close("a/1", VALUE), 20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "too-short",
        "with a space in it, with a space in it",
        NEW + ",",
        NEW + "," + OLD + "," + NEW,
        "ümlauts-are-not-ascii-ümlauts-are-not-ascii"
      })
  void aSecretHasThirtyTwoVisibleCharactersAndThereAreTwoAtMost(String secrets) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Seal.parse(secrets))
        .withMessageNotContaining(secrets);
  }

  @Test
  void theKeysAreInNoText() {
    assertThat(seal.toString()).isEqualTo("Seal[on]");
  }
}
