package io.causerie.thread;

import static io.causerie.testing.TestApp.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.testing.Desk;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import org.junit.jupiter.api.Test;

@ServiceTest
final class CountsTest {
  @Test
  void aThreadCountsWhatIsPublic(TestApp app) {
    String id = app.postId(comment("/counted", "Hello"));
    app.postId(comment("/counted", "Hello again"));

    new Desk(app).decide(id, "spam");

    assertThat(app.get("/counts?thread=/counted").text())
        .isEqualTo("{\"counts\":{\"/counted\":1}}");
  }
}
