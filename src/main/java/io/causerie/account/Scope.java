package io.causerie.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the token of a program is good for. */
public enum Scope {
  READ,
  MODERATE,
  SETTINGS;

  Set<Permission> permissions() {
    return switch (this) {
      case READ -> Set.of(Permission.READ);
      case MODERATE -> Set.of(Permission.READ, Permission.MODERATE);
      case SETTINGS -> Set.of(Permission.SETTINGS);
    };
  }

  /** The word in JSON and in SQL. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
