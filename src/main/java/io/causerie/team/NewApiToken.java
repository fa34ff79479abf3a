package io.causerie.team;

import io.causerie.account.Scope;
import io.causerie.http.JsonFields;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a client asks of a token for a program, checked for form. */
record NewApiToken(String name, Set<Scope> scopes) {
  private static final int LONGEST_NAME = 100;

  /** Fails with INVALID, naming every bad field. */
  static NewApiToken from(JsonFields json) {
    var token = new NewApiToken(json.line("name", LONGEST_NAME), scopes(json));
    json.check();
    return token;
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
