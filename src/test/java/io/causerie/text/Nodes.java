package io.causerie.text;

import com.fasterxml.jackson.core.JsonFactory;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The node list of some HTML, and what can be read from it. */
record Nodes(JsonArray json) {
  static Nodes of(String html) {
    var written = new StringWriter();
    try (var out = new JsonFactory().createGenerator(written)) {
      MarkupNodes.write(html, out);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Nodes(new JsonArray(written.toString()));
  }

  String text() {
    return html().replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&amp;", "&");
  }

  /** Written back as tags, by a writer that shares nothing with the one under test. */
  String html() {
    var html = new StringBuilder();
    json.forEach(node -> append(node, html));
    return html.toString();
  }

  private static void append(Object node, StringBuilder html) {
    if (node instanceof String text) {
      html.append(text.replace("&", "&amp;").replace("<", "&lt;"));
      return;
    }
    JsonArray element = (JsonArray) node;
    String tag = element.getString(0);
    if (element.size() == 1) {
      html.append('<').append(tag).append(" />");
      return;
    }
    String href = element.size() == 3 ? " href=\"" + element.getString(1) + '"' : "";
    html.append('<').append(tag).append(href).append('>');
    element.getJsonArray(element.size() - 1).forEach(child -> append(child, html));
    html.append("</").append(tag).append('>');
  }
}
