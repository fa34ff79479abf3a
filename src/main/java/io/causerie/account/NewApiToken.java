package io.causerie.account;

import io.causerie.http.JsonFields;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a client asks of a token for a program, checked for form. */
record NewApiToken(String name, Set<Scope> scopes) {
  private static final int LONGEST_NAME = 100;

  /** Fails with INVALID, naming every bad field. */
  static NewApiToken from(JsonFields json) {
    var token = new NewApiToken(name(json), scopes(json));
    json.check();
    return token;
  }

  private static String name(JsonFields json) {
    String typed = json.required("name");
    String name = typed.strip();
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      json.error("name", "must not contain line breaks or control characters");
    } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      json.error("name", "must be at most " + LONGEST_NAME + " characters");
    } else if (name.isEmpty() && !typed.isEmpty()) {
      json.error("name", "has nothing to see in it");
    }
    return name;
  }

  private static Set<Scope> scopes(JsonFields json) {
    List<String> words = json.strings("scopes", Scope.values().length);
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    if (words == null || words.isEmpty()) {
      json.error("scopes", "must name at least one of read, moderate and settings");
      return scopes;
    }
    for (int i = 0; i < words.size(); i++) {
      String field = "scopes[" + i + "]";
      Scope.of(words.get(i))
          .ifPresentOrElse(
              scope -> {
                if (!scopes.add(scope)) {
                  json.error(field, "is there twice");
                }
              },
              () -> json.error(field, "must be read, moderate or settings"));
    }
    return scopes;
  }
}
