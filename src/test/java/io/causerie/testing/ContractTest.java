package io.causerie.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

final class ContractTest {
  private static final Contract CONTRACT = new Contract();
  private static final String COUNTS = "/api/v1/sites/blog/counts?thread=a";

  @Test
  void anAnswerAsTheDocumentSaysIsLetThrough() {
    assertThatCode(() -> CONTRACT.check(counts("3"))).doesNotThrowAnyException();
  }

  @Test
  void aWrongTypeIsSeen() {
    assertThatThrownBy(() -> CONTRACT.check(counts("\"3\""))).hasMessageContaining("integer");
  }

  @Test
  void aMissingHeaderIsSeen() {
    Answer answer = counts("3");
    answer.headers().remove("ETag");

    assertThatThrownBy(() -> CONTRACT.check(answer)).hasMessageContaining("ETag is missing");
  }

  @Test
  void anUndocumentedStatusIsSeen() {
    Answer teapot = new Answer(
        HttpMethod.GET, COUNTS, 418, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());

    assertThatThrownBy(() -> CONTRACT.check(teapot)).hasMessageContaining("not in the contract");
  }

  @Test
  void aFieldThatIsNotInTheDocumentIsSeenDeepInside() {
    JsonObject comment = new JsonObject()
        .put("id", "05Z6P4V0K3H2A")
        .putNull("parentId")
        .put("rootId", "05Z6P4V0K3H2A")
        .put("depth", 0)
        .putNull("author")
        .put("bodyHtml", "")
        .put("createdAt", "2026-11-24T08:15:30.123Z")
        .putNull("editedAt")
        .put("status", "deleted")
        .put("score", 0)
        .put("pinned", false)
        .put("replyCount", 1)
        .put("email", "ann@example.org");
    MultiMap headers = MultiMap.caseInsensitiveMultiMap()
        .add("Content-Type", "application/json")
        .add("Location", "/somewhere");
    Answer posted = new Answer(
        HttpMethod.POST,
        "/api/v1/sites/blog/comments",
        201,
        headers,
        new JsonObject().put("comment", comment).toBuffer());

    assertThatThrownBy(() -> CONTRACT.check(posted)).hasMessageContaining("email");
  }

  @Test
  void aFailureAtAnUnknownAddressMustBeAProblem() {
    Answer page = new Answer(
        HttpMethod.GET,
        "/nowhere",
        404,
        MultiMap.caseInsensitiveMultiMap().add("Content-Type", "text/html"),
        Buffer.buffer("<h1>Not found</h1>"));

    assertThatThrownBy(() -> CONTRACT.check(page)).hasMessageContaining("must be a problem");
  }

  private static Answer counts(String count) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap()
        .add("Content-Type", "application/json")
        .add("ETag", "\"a\"")
        .add("Cache-Control", "public, max-age=2, stale-while-revalidate=30")
        .add("Vary", "accept-encoding")
        .add("Access-Control-Allow-Origin", "*");
    Buffer body = Buffer.buffer("{\"counts\":{\"a\":" + count + "}}");
    return new Answer(HttpMethod.GET, COUNTS, 200, headers, body);
  }
}
