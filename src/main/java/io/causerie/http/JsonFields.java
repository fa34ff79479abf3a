package io.causerie.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object in a request. Reading never fails: what is wrong is collected, and
 * {@link #check} tells it all at once. Unknown fields are ignored.
 */
public final class JsonFields implements Fields {
  private static final int MAX_DEPTH = 32;
  /** Names, values and brackets: what is read takes some eighty bytes for each. */
  private static final int MAX_TOKENS = 100_000;

  private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(MAX_DEPTH)
              .maxTokenCount(MAX_TOKENS)
              .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // It would keep the names that strangers make up for as long as the process lives.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private final ObjectNode json;
  private final String prefix;
  private final FieldErrors errors;

  private JsonFields(ObjectNode json, String prefix, FieldErrors errors) {
    this.json = json;
    this.prefix = prefix;
    this.errors = errors;
  }

  /** Fails with INVALID when the bytes are not one JSON object. */
  public static JsonFields parse(@Nullable Buffer body) {
    if (body == null || body.length() == 0) {
      throw Problem.invalid("the body is empty");
    }
    if (!(tree(text(body)) instanceof ObjectNode object)) {
      throw Problem.invalid("the body must be a JSON object");
    }
    FieldErrors errors = new FieldErrors();
    JsonValues.collect(object, errors);
    return new JsonFields(object, "", errors);
  }

  private static String text(Buffer body) {
    try {
      // A new decoder reports what is malformed instead of replacing it.
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body.getBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Problem.invalid("the body is not UTF-8");
    }
  }

  private static JsonNode tree(String text) {
    try {
      return STRICT.readTree(text);
    } catch (StreamConstraintsException e) {
      throw Problem.invalid(
          "the body is nested deeper than " + MAX_DEPTH + " levels, has more than " + MAX_TOKENS
              + " names and values, or has a number of more than 1000 digits");
    } catch (JsonProcessingException e) {
      throw Problem.invalid("the body is not valid JSON" + place(e));
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " at line " + e.getLocation().getLineNr() + ", column "
            + e.getLocation().getColumnNr();
  }

  /** Null when the field is absent, null or (which is an error) not a string. */
  @Override
  public @Nullable String string(String name) {
    JsonNode value = json.path(name);
    if (value.isTextual()) {
      return value.textValue();
    }
    if (!isAbsent(value)) {
      error(name, "must be a string");
    }
    return null;
  }

  /** A name or the like: something to see, on one line. Empty when it is not (which is an error). */
  public String line(String name, int most) {
    String typed = required(name);
    String line = typed.strip();
    if (line.codePoints().anyMatch(Character::isISOControl)) {
      error(name, "must not contain line breaks or control characters");
    } else if (line.codePointCount(0, line.length()) > most) {
      error(name, "must be at most " + most + " characters");
    } else if (line.isEmpty() && !typed.isEmpty()) {
      error(name, "has nothing to see in it");
    }
    return line;
  }

  /** All fields, those that are null too. */
  public List<String> names() {
    return json.propertyStream().map(Map.Entry::getKey).toList();
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return !isAbsent(json.path(name));
  }

  /** Null when the field is absent, null or (which is an error) not true or false. */
  public @Nullable Boolean bool(String name) {
    JsonNode value = json.path(name);
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (!isAbsent(value)) {
      error(name, "must be true or false");
    }
    return null;
  }

  /** Null when the field is absent, null or (which is an error) no whole number in that range. */
  public @Nullable Integer integer(String name, int min, int max) {
    JsonNode value = json.path(name);
    if (value.canConvertToExactIntegral() && value.canConvertToInt()) {
      int number = value.intValue();
      if (min <= number && number <= max) {
        return number;
      }
    }
    if (!isAbsent(value)) {
      error(name, "must be a whole number from " + min + " to " + max);
    }
    return null;
  }

  /** Null when the field is absent, null or (which is an error) no list of at most that many texts. */
  public @Nullable List<String> strings(String name, int most) {
    JsonNode value = json.path(name);
    if (value.isArray() && value.size() <= most) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < value.size(); i++) {
        if (!value.get(i).isTextual()) {
          error(name + "[" + i + "]", "must be a string");
        }
        texts.add(value.get(i).asText());
      }
      return texts;
    }
    if (!isAbsent(value)) {
      error(name, "must be a list of at most " + most + " strings");
    }
    return null;
  }

  /** Null when the field is absent, null or (which is an error) no RFC 3339 time. */
  public @Nullable Instant time(String name) {
    String text = string(name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException unreadable) {
      error(name, "must be a time such as 2026-11-24T08:15:30Z");
      return null;
    }
  }

  /** The plain value: a number, a boolean, a string or a list of such; null when it is absent. */
  public @Nullable Object value(String name) {
    JsonNode value = json.path(name);
    return isAbsent(value) ? null : STRICT.convertValue(value, Object.class);
  }

  /** The fields of an object in this one, none when it is absent; check either, it is the same. */
  public JsonFields object(String name) {
    JsonNode value = json.path(name);
    if (value instanceof ObjectNode object) {
      return new JsonFields(object, prefix + name + ".", errors);
    }
    if (!isAbsent(value)) {
      error(name, "must be an object");
    }
    return new JsonFields(STRICT.createObjectNode(), prefix + name + ".", errors);
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  /** Adds what the caller found wrong with a field; the first error of a field is the one told. */
  @Override
  public void error(String field, String detail) {
    errors.add(prefix + field, detail);
  }

  /** Fails with INVALID and all errors, if there is any. */
  @Override
  public void check() {
    errors.check();
  }
}
