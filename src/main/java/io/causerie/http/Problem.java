package io.causerie.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request that is refused, as RFC 9457 tells it. Everything in it is written for the caller. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What went wrong, for programs: the name in lower case is the {@code code} of the answer. */
  public enum Code {
    INVALID(400, "The request is not valid"),
    UNAUTHENTICATED(401, "A valid token is needed"),
    SECOND_FACTOR_REQUIRED(401, "A code is needed too"),
    FORBIDDEN(403, "Not allowed"),
    STEP_UP_REQUIRED(403, "Confirm that it is you"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    CONFLICT(409, "Not possible in the present state"),
    THREAD_CLOSED(409, "The thread is closed"),
    PARENT_GONE(409, "The comment to reply to is gone"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    IDEMPOTENCY_MISMATCH(422, "The key was used for another request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something went wrong"),
    UNAVAILABLE(503, "Not available now");

    private final int status;
    private final String title;

    Code(int status, String title) {
      this.status = status;
      this.title = title;
    }

    public int status() {
      return status;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One wrong field; {@code field} is its dotted path in the request. */
  public record FieldError(String field, String detail) {}

  private final Code code;
  private final String detail;
  private final List<FieldError> errors;
  private final @Nullable Duration retryAfter;
  private final @Nullable String instance;

  private Problem(Code code, String detail) {
    this(code, detail, List.of());
  }

  private Problem(Code code, String detail, List<FieldError> errors) {
    this(code, detail, errors, null, null);
  }

  private Problem(
      Code code,
      String detail,
      List<FieldError> errors,
      @Nullable Duration retryAfter,
      @Nullable String instance) {
    super(detail, null, false, false);
    this.code = code;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
    this.instance = instance;
  }

  public static Problem invalid(String detail) {
    return new Problem(Code.INVALID, detail);
  }

  public static Problem invalid(String field, String detail) {
    return invalid(List.of(new FieldError(field, detail)));
  }

  public static Problem invalid(List<FieldError> errors) {
    String detail = errors.size() == 1
        ? errors.get(0).field() + " " + errors.get(0).detail()
        : errors.size() + " fields are not valid";
    return new Problem(Code.INVALID, detail, errors);
  }

  /** There are more errors than those that are told. */
  static Problem invalidAndMore(List<FieldError> errors) {
    return new Problem(Code.INVALID, errors.size() + " fields are not valid, and more", errors);
  }

  public static Problem unauthenticated(String detail) {
    return new Problem(Code.UNAUTHENTICATED, detail);
  }

  /** The field is right as far as its form goes, but proves nothing. */
  public static Problem unauthenticated(String field, String detail) {
    return new Problem(
        Code.UNAUTHENTICATED, field + " " + detail, List.of(new FieldError(field, detail)));
  }

  public static Problem secondFactorRequired() {
    return new Problem(
        Code.SECOND_FACTOR_REQUIRED, "the account has a second factor: send its code too");
  }

  public static Problem stepUpRequired() {
    return new Problem(
        Code.STEP_UP_REQUIRED, "this wants a session that was confirmed a moment ago: confirm it");
  }

  public static Problem forbidden(String detail) {
    return new Problem(Code.FORBIDDEN, detail);
  }

  /** The answer is "no such {@code what}". */
  public static Problem notFound(String what) {
    return new Problem(Code.NOT_FOUND, "no such " + what);
  }

  /** Each error names the part of the request that asks for something that is not there. */
  public static Problem notFound(List<FieldError> errors) {
    return new Problem(
        Code.NOT_FOUND, errors.get(0).field() + " " + errors.get(0).detail(), errors);
  }

  static Problem methodNotAllowed() {
    return new Problem(Code.METHOD_NOT_ALLOWED, "this method does not exist here");
  }

  public static Problem conflict(String detail) {
    return new Problem(Code.CONFLICT, detail);
  }

  public static Problem conflict(String field, String detail) {
    return new Problem(Code.CONFLICT, field + " " + detail, List.of(new FieldError(field, detail)));
  }

  public static Problem threadClosed() {
    return new Problem(Code.THREAD_CLOSED, "this thread takes no new comments");
  }

  public static Problem parentGone() {
    return new Problem(Code.PARENT_GONE, "parentId is not a public comment of this thread");
  }

  public static Problem idempotencyMismatch() {
    return new Problem(
        Code.IDEMPOTENCY_MISMATCH, "this Idempotency-Key came before with another request");
  }

  public static Problem tooLarge(String detail) {
    return new Problem(Code.TOO_LARGE, detail);
  }

  public static Problem unsupportedMediaType(String detail) {
    return new Problem(Code.UNSUPPORTED_MEDIA_TYPE, detail);
  }

  public static Problem tooManyRequests(Duration retryAfter) {
    return tooManyRequests(retryAfter, "slow down and try again later");
  }

  public static Problem tooManyRequests(Duration retryAfter, String detail) {
    return new Problem(Code.TOO_MANY_REQUESTS, detail, List.of(), retryAfter, null);
  }

  public static Problem unavailable(Duration retryAfter) {
    return unavailable(retryAfter, "try again in a moment");
  }

  static Problem unavailable(Duration retryAfter, String detail) {
    return new Problem(Code.UNAVAILABLE, detail, List.of(), retryAfter, null);
  }

  /** {@code reference} is what the log line of the same failure carries. */
  static Problem internal(String reference) {
    return new Problem(
        Code.INTERNAL, "the log has more under " + reference, List.of(), null, reference);
  }

  public Code code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject()
        .put("type", "urn:causerie:problem:" + code.word())
        .put("title", code.title)
        .put("status", code.status)
        .put("detail", detail)
        .put("code", code.word());
    if (instance != null) {
      json.put("instance", "urn:causerie:failure:" + instance);
    }
    if (!errors.isEmpty()) {
      json.put("errors", new JsonArray(errors.stream().map(Problem::toJson).toList()));
    }
    return json;
  }

  private static JsonObject toJson(FieldError error) {
    return new JsonObject().put("field", error.field()).put("detail", error.detail());
  }
}
