package io.causerie.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that are legal JSON but that nothing here can keep, in known fields or not. A place is
 * put into words only where something is wrong, and no more once enough is.
 */
final class JsonValues {
  /** A value with the way to it: its name in an object, or its index in a list. */
  private record Place(JsonNode value, @Nullable String name, int index, @Nullable Place in) {}

  private final FieldErrors errors;

  private JsonValues(FieldErrors errors) {
    this.errors = errors;
  }

  static void collect(JsonNode object, FieldErrors errors) {
    new JsonValues(errors).look(new Place(object, null, 0, null));
  }

  /** As deep as the value, which is bounded. */
  private void look(Place place) {
    JsonNode value = place.value;
    if (errors.areMany()) {
      return;
    }
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        Place inner = new Place(field.getValue(), field.getKey(), 0, place);
        addTextProblem(field.getKey(), inner);
        look(inner);
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        look(new Place(value.get(i), null, i, place));
      }
    } else if (value.isTextual()) {
      addTextProblem(value.textValue(), place);
    } else if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
      errors.add(path(place), "is too large a number");
    }
  }

  private void addTextProblem(String text, Place place) {
    @Nullable String problem = Text.problem(text);
    if (problem != null) {
      errors.add(path(place), problem);
    }
  }

  private static String path(Place place) {
    Deque<String> parts = new ArrayDeque<>();
    for (Place at = place; at != null && at.in != null; at = at.in) {
      String name = at.name;
      boolean isFirst = at.in.in == null;
      parts.push(
          name == null ? "[" + at.index + "]" : (isFirst ? "" : ".") + FieldErrors.shortened(name));
    }
    return String.join("", parts);
  }
}
