package io.causerie.comment;

import com.fasterxml.jackson.core.JsonGenerator;

final class MarkupNodes {
  static void write(String html, JsonGenerator out) throws java.io.IOException {
    out.writeStartArray();
    out.writeString(html.replaceAll("<[^>]*>", ""));
    out.writeEndArray();
  }

  private MarkupNodes() {}
}
