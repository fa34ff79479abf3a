package io.causerie.comment;

import io.causerie.http.QueryFields;
import java.util.Map;

/** How a body goes out: as HTML, or as nodes for pages that must not have an HTML sink. */
public enum BodyFormat {
  HTML,
  NODES;

  /** What {@code body=html|nodes} asks for. */
  public static BodyFormat of(QueryFields query) {
    return query.oneOf("body", Map.of("html", HTML, "nodes", NODES), HTML);
  }
}
