package io.causerie.account;

import static io.causerie.account.Permission.MODERATE;
import static io.causerie.account.Permission.READ;
import static io.causerie.account.Permission.SETTINGS;

import java.util.Locale;
import java.util.Set;

/** What a member of a site's team is. */
public enum Role {
  MODERATOR,
  OWNER;

  public Set<Permission> permissions() {
    return switch (this) {
      case MODERATOR -> Set.of(READ, MODERATE, SETTINGS);
      case OWNER -> Set.of(Permission.values());
    };
  }

  /** The word in JSON, in SQL and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
