package io.causerie.log;

import com.fasterxml.jackson.core.JsonGenerator;
import io.causerie.comment.CommentJson;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an exported log is written. */
enum LogFormat {
  /** JSON Lines: the entries as the list shows them, one on each line. */
  JSONL("application/jsonl", "") {
    @Override
    Buffer line(LogEntry entry) {
      return Buffer.buffer(CommentJson.bytes((JsonGenerator out) -> {
        entry.write(out);
        out.writeRaw('\n');
      }));
    }
  },

  /** RFC 4180, every cell quoted. */
  CSV(
      "text/csv; charset=utf-8; header=present",
      Stream.of(
              "seq",
              "at",
              "actor",
              "actorName",
              "action",
              "commentId",
              "threadId",
              "thread",
              "authorId",
              "banId",
              "reason",
              "before",
              "after",
              "hash")
          .collect(Collectors.joining("\",\"", "\"", "\"\r\n"))) {
    @Override
    Buffer line(LogEntry entry) {
      Stream<@Nullable Object> cells = Stream.of(
          entry.seq(),
          entry.at(),
          entry.actor(),
          entry.actorName(),
          entry.action(),
          entry.commentId(),
          entry.threadId(),
          entry.threadKey(),
          entry.authorId(),
          entry.banId(),
          entry.reason(),
          entry.before(),
          entry.after(),
          entry.hash());
      return Buffer.buffer(cells.map(LogFormat::cell).collect(Collectors.joining(",")) + "\r\n");
    }
  };

  static final Map<String, LogFormat> BY_NAME = Map.of("jsonl", JSONL, "csv", CSV);

  /** What a spreadsheet takes for the beginning of a formula, or skips before one. */
  private static final String FORMULA = "=+-@\t\r\n";

  final String contentType;
  final String head;

  LogFormat(String contentType, String head) {
    this.contentType = contentType;
    this.head = head;
  }

  abstract Buffer line(LogEntry entry);

  String fileName(String siteId) {
    return siteId + "-moderation-log." + (this == CSV ? "csv" : "jsonl");
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
