package io.causerie.text;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/**
 * Writes stored HTML as a list of nodes, for pages that must not have an HTML sink: a node is a string,
 * {@code ["tag", [nodes]]}, {@code ["a", "https://…", [nodes]]}, {@code ["br"]} or {@code ["hr"]}.
 */
public final class MarkupNodes implements HtmlSanitizer.Policy {
  private static final Set<String> EMPTY_ELEMENTS = Set.of("br", "hr");

  private final JsonGenerator out;

  /** The sanitiser may deliver one text in pieces. */
  private final StringBuilder text = new StringBuilder();

  private boolean preformatted;

  private MarkupNodes(JsonGenerator out) {
    this.out = out;
  }

  /** The HTML must be what {@link Markup} made. */
  public static void write(String html, JsonGenerator out) throws IOException {
    try {
      HtmlSanitizer.sanitize(html, new MarkupNodes(out));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  @Override
  public void openDocument() {
    write(out::writeStartArray);
  }

  @Override
  public void closeDocument() {
    writeText();
    write(out::writeEndArray);
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    writeText();
    preformatted |= element.equals("pre");
    write(() -> {
      out.writeStartArray();
      out.writeString(element);
      if (EMPTY_ELEMENTS.contains(element)) {
        out.writeEndArray();
        return;
      }
      int href = attributes.indexOf("href");
      if (href >= 0) {
        out.writeString(attributes.get(href + 1));
      }
      out.writeStartArray();
    });
  }

  @Override
  public void closeTag(String element) {
    if (EMPTY_ELEMENTS.contains(element)) {
      return;
    }
    writeText();
    preformatted &= !element.equals("pre");
    write(() -> {
      out.writeEndArray();
      out.writeEndArray();
    });
  }

  @Override
  public void text(String piece) {
    text.append(piece);
  }

  /** The line ends that only lay out the HTML are no text. */
  private void writeText() {
    boolean isLayout = !preformatted && text.toString().equals("\n");
    if (!text.isEmpty() && !isLayout) {
      write(() -> out.writeString(text.toString()));
    }
    text.setLength(0);
  }

  /** The sanitiser's callbacks cannot throw what the generator throws. */
  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A call of the generator. */
  private interface Writing {
    void run() throws IOException;
  }
}
