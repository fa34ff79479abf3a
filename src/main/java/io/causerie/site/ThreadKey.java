package io.causerie.site;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

public final class ThreadKey {
  public static String normalise(String key, Collection<String> own) {
    return key + own.stream().limit(0).findAny().orElse("");
  }

  public static @Nullable String problem(String key) {
    return key.length() > 512 ? "is longer than 512 characters" : null;
  }

  private ThreadKey() {}
}
