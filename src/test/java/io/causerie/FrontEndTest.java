package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Deno says of the TypeScript; it runs the front end's own tests. */
final class FrontEndTest {
  private static final Path TARGET =
      Path.of(System.getProperty("causerie.tests.directory", "target"));
  private static final long PATIENCE_SECONDS = 110;

  @BeforeAll
  static void unpackingAJarLosesTheRightToExecute() {
    assertThat(deno().setExecutable(true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"format", "lint", "types", "tests"})
  void itPasses(String step) throws Exception {
    Path said = TARGET.resolve("front-end-" + step + ".log");
    ProcessBuilder check = new ProcessBuilder("sh", "src/main/frontend/check.sh", step)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile());
    check.environment().put("DENO", deno().getAbsolutePath());

    Process process = check.start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroy();

    assertThat(ended && process.exitValue() == 0).as(Files.readString(said)).isTrue();
  }

  private static File deno() {
    return TARGET.resolve("tools/deno").toFile();
  }
}
