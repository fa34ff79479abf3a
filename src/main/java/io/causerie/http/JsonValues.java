package io.causerie.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Finds values that are legal JSON but that nothing here can keep, in known fields or not. */
final class JsonValues {
  private JsonValues() {}

  static void collect(JsonNode object, FieldErrors errors) {
    collect(object, "", errors);
  }

  private static void collect(JsonNode value, String path, FieldErrors errors) {
    if (value.isObject()) {
      value.properties().forEach(field -> {
        String fieldPath = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        addTextProblem(field.getKey(), fieldPath, errors);
        collect(field.getValue(), fieldPath, errors);
      });
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        collect(value.get(i), path + "[" + i + "]", errors);
      }
    } else if (value.isTextual()) {
      addTextProblem(value.textValue(), path, errors);
    } else if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
      errors.add(path, "is too large a number");
    }
  }

  private static void addTextProblem(String text, String path, FieldErrors errors) {
    @Nullable String problem = Text.problem(text);
    if (problem != null) {
      errors.add(path, problem);
    }
  }
}
