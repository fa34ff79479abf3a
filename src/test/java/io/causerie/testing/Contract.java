package io.causerie.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document that the service serves, as a judge of its answers. */
public final class Contract {
  private static final String DOCUMENT = "https://causerie.test/openapi";
  private static final String PROBLEM = "/components/schemas/Problem";

  /** What any request may get that is broken or too large before it reaches an operation. */
  private static final Set<Integer> UNREADABLE = Set.of(400, 405, 413);

  private static final Set<Integer> BODILESS = Set.of(204, 304);

  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonNode document;
  private final JsonSchemaFactory schemas;
  private final Map<String, JsonSchema> pointerToSchema = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> pointerToNode = new ConcurrentHashMap<>();
  /** By the path of the document, in its order. */
  private final Map<String, Pattern> pathToPattern = new LinkedHashMap<>();

  public Contract() {
    try (InputStream yaml = Contract.class.getResourceAsStream("/web/openapi.yaml")) {
      this.document = new YAMLMapper().readTree(yaml);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    document
        .get("paths")
        .fieldNames()
        .forEachRemaining(path -> pathToPattern.put(path, pattern(path)));
    JsonMetaSchema tolerant = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
        .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
        .build();
    this.schemas = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V202012))
        .metaSchema(tolerant)
        .schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, document.toString())))
        .build();
  }

  /** Fails when the document does not allow this answer to this request. */
  public Answer check(Answer answer) {
    String operation = operation(answer.method(), answer.target());
    if (operation == null) {
      checkUnknownAddress(answer);
      return answer;
    }
    String response = resolve(operation + "/responses/" + answer.status());
    if (at(response).isMissingNode() && UNREADABLE.contains(answer.status())) {
      validate(answer, PROBLEM);
      return answer;
    }
    if (at(response).isMissingNode()) {
      throw broken(answer, "the status is not in the contract");
    }
    checkHeaders(answer, response);
    if (!BODILESS.contains(answer.status()) && !answer.method().equals(HttpMethod.HEAD)) {
      checkBody(answer, response);
    }
    return answer;
  }

  /** Whether the document knows this operation. */
  public boolean has(HttpMethod method, String target) {
    return operation(method, target) != null;
  }

  /** Fails when the document does not allow a client to send this JSON there. */
  public void checkSent(HttpMethod method, String target, Buffer body) {
    String schema = resolve(operation(method, target) + "/requestBody") + "/content/"
        + escape("application/json") + "/schema";
    if (at(schema).isMissingNode()) {
      return;
    }
    try {
      Set<ValidationMessage> faults = schema(schema).validate(mapper.readTree(body.getBytes()));
      if (!faults.isEmpty()) {
        throw new AssertionError(
            "%s %s was sent against the contract: %s%n%s".formatted(method, target, faults, body));
      }
    } catch (IOException notJson) {
      throw new AssertionError("%s %s was sent no JSON".formatted(method, target), notJson);
    }
  }

  /** A JSON pointer; null when the document has no such operation. */
  private @Nullable String operation(HttpMethod asked, String target) {
    HttpMethod method = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
    String path = target.split("\\?", 2)[0];
    return pathToPattern.entrySet().stream()
        .filter(template -> template.getValue().matcher(path).matches())
        .map(template -> "/paths/" + escape(template.getKey()) + "/" + lower(method.name()))
        .filter(operation -> at(operation).isObject())
        .findFirst()
        .orElse(null);
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(Pattern.quote(path).replaceAll("\\{[a-z]+}", "\\\\E[^/]+\\\\Q"));
  }

  /** What is at that JSON pointer: finding it takes time, and the same are asked for again and again. */
  private JsonNode at(String pointer) {
    return pointerToNode.computeIfAbsent(pointer, document::at);
  }

  private void checkUnknownAddress(Answer answer) {
    boolean preflight = answer.method().equals(HttpMethod.OPTIONS) && answer.status() == 204;
    boolean file = !answer.target().startsWith("/api/") && answer.status() < 400;
    if (preflight || file || answer.method().equals(HttpMethod.HEAD)) {
      return;
    }
    if (!"application/problem+json".equals(answer.header("Content-Type"))) {
      throw broken(answer, "a failure must be a problem");
    }
    validate(answer, PROBLEM);
  }

  private void checkHeaders(Answer answer, String response) {
    JsonNode headers = at(response + "/headers");
    for (Iterator<String> names = headers.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      String header = resolve(response + "/headers/" + escape(name));
      String value = answer.header(name);
      if (value == null && at(header + "/required").asBoolean()) {
        throw broken(answer, "the header " + name + " is missing");
      }
      if (value != null
          && !schema(header + "/schema").validate(node(header, value)).isEmpty()) {
        throw broken(answer, "the header " + name + " must not be " + value);
      }
    }
  }

  private JsonNode node(String header, String value) {
    boolean integer = at(header + "/schema/type").asText().equals("integer");
    return integer ? mapper.valueToTree(Integer.valueOf(value)) : mapper.valueToTree(value);
  }

  private void checkBody(Answer answer, String response) {
    String type = String.valueOf(answer.header("Content-Type")).split(";", 2)[0];
    String content = response + "/content/" + escape(type);
    if (at(content).isMissingNode()) {
      throw broken(answer, "the content type is not in the contract: " + type);
    }
    if (List.of("application/json", "application/problem+json").contains(type)
        && answer.header("Content-Encoding") == null) {
      validate(answer, content + "/schema");
    }
  }

  private void validate(Answer answer, String pointer) {
    try {
      Set<ValidationMessage> faults = schema(pointer).validate(mapper.readTree(answer.text()));
      if (!faults.isEmpty()) {
        throw broken(answer, faults.toString());
      }
    } catch (JsonProcessingException notJson) {
      throw broken(answer, "the body is not JSON");
    }
  }

  private JsonSchema schema(String pointer) {
    return pointerToSchema.computeIfAbsent(
        pointer, missing -> schemas.getSchema(SchemaLocation.of(DOCUMENT + "#" + missing), STRICT));
  }

  /** The pointer itself, or where the reference there points to. */
  private String resolve(String pointer) {
    JsonNode reference = at(pointer + "/$ref");
    return reference.isMissingNode() ? pointer : reference.asText().substring(1);
  }

  private static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static AssertionError broken(Answer answer, String why) {
    return new AssertionError("%s %s answered %d against the contract: %s%n%s"
        .formatted(answer.method(), answer.target(), answer.status(), why, answer.text()));
  }
}
