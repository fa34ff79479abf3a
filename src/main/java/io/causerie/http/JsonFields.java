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
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object in a request. Reading never fails: what is wrong is collected, and
 * {@link #check} tells it all at once. Unknown fields are ignored.
 */
public final class JsonFields {
  private static final int MAX_DEPTH = 32;
  private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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
      throw Problem.invalid("the body is nested deeper than " + MAX_DEPTH
          + " levels or has a number of more than 1000 digits");
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

  /** Empty when the field is missing or empty (which is an error). */
  public String required(String name) {
    @Nullable String value = string(name);
    if (value == null || value.isEmpty()) {
      error(name, "is required");
      return "";
    }
    return value;
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
  public void error(String field, String detail) {
    errors.add(prefix + field, detail);
  }

  /** Fails with INVALID and all errors, if there is any. */
  public void check() {
    errors.check();
  }
}
