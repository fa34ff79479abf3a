package io.causerie.signin.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A QR code as one path. */
final class QrPictureTest {
  private static final String TEXT =
      "otpauth://totp/talk.example:Ann?secret=GEZDGNBVGY3TQOJQ&issuer=talk.example";
  private static final Pattern RUN = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v1h-([0-9]+)z");

  @Test
  void thePathCoversTheDarkModulesAndNothingElse() {
    QrCode code = QrCode.encodeText(TEXT, QrCode.Ecc.MEDIUM);
    QrPicture picture = QrPicture.of(TEXT);
    boolean[][] drawn = drawn(picture);

    assertThat(picture.size()).isEqualTo(code.size + 8);
    assertThat(RUN.matcher(picture.path()).replaceAll("")).isEmpty();
    for (int y = 0; y < picture.size(); y++) {
      for (int x = 0; x < picture.size(); x++) {
        assertThat(drawn[y][x]).as("%d, %d", x, y).isEqualTo(code.getModule(x - 4, y - 4));
      }
    }
  }

  private static boolean[][] drawn(QrPicture picture) {
    boolean[][] modules = new boolean[picture.size()][picture.size()];
    RUN.matcher(picture.path()).results().forEach(run -> {
      assertThat(run.group(4)).isEqualTo(run.group(3));
      for (int i = 0; i < number(run, 3); i++) {
        modules[number(run, 2)][number(run, 1) + i] = true;
      }
    });
    return modules;
  }

  private static int number(MatchResult run, int group) {
    return Integer.parseInt(run.group(group));
  }
}
