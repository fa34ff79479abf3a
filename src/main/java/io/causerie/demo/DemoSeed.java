package io.causerie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversations of the demonstration, read from the class path; the same on every call. */
public final class DemoSeed {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PAGES =
      List.of("modeles-ouverts", "night-trains", "ca-phe-cham", "aflaj", "ti-bi");

  private DemoSeed() {}

  /** One list for each thread, every parent before its replies. */
  public static List<List<SeedComment>> threads() {
    return PAGES.stream().map(DemoSeed::thread).toList();
  }

  private static List<SeedComment> thread(String page) {
    JsonNode document = read("/demo/" + page + ".json");
    List<SeedComment> comments = new ArrayList<>();
    document.required("comments").forEach(comment -> addBranch(comments, document, comment, null));
    if (document.has("crowd")) {
      new Crowd(document.required("crowd")).fill(comments);
    }
    return List.copyOf(comments);
  }

  private static JsonNode read(String path) {
    try (InputStream in = DemoSeed.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addBranch(
      List<SeedComment> comments, JsonNode document, JsonNode comment, @Nullable Integer parent) {
    int index = comments.size();
    comments.add(new SeedComment(
        document.required("thread").textValue(),
        document.required("url").textValue(),
        document.required("title").textValue(),
        comment.required("name").textValue(),
        comment.required("body").textValue(),
        Duration.ofMinutes(comment.required("minutesAgo").longValue()),
        parent));
    comment.path("replies").forEach(reply -> addBranch(comments, document, reply, index));
  }
}
