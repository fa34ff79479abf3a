package io.causerie.site;

import io.causerie.http.JsonFields;
import io.causerie.http.QueryFields;
import org.jspecify.annotations.Nullable;

/** Reads the keys of threads in requests of the team, in their one form. */
public final class ThreadField {
  private ThreadField() {}

  /** Empty when the field is missing (which is an error). */
  public static String required(JsonFields json, String field, Site site) {
    String asked = json.required(field);
    return asked.isEmpty() ? "" : normalise(json, field, asked, site);
  }

  /** Null when the field is absent. */
  public static @Nullable String optional(JsonFields json, String field, Site site) {
    String asked = json.string(field);
    return asked == null ? null : normalise(json, field, asked, site);
  }

  /** Null when the parameter is absent. */
  public static @Nullable String optional(QueryFields query, String field, Site site) {
    String asked = query.string(field);
    if (asked == null) {
      return null;
    }
    String key = normalise(asked, site);
    String problem = ThreadKey.problem(asked, key);
    if (problem != null) {
      query.error(field, problem);
    }
    return key;
  }

  private static String normalise(JsonFields json, String field, String asked, Site site) {
    String key = normalise(asked, site);
    String problem = ThreadKey.problem(asked, key);
    if (problem != null) {
      json.error(field, problem);
    }
    return key;
  }

  private static String normalise(String asked, Site site) {
    return ThreadKey.normalise(asked, site.settings().get(SiteSettings.TRACKING_PARAMETERS));
  }
}
