package io.causerie.site;

import io.causerie.http.Fields;
import org.jspecify.annotations.Nullable;

/** Reads the keys of threads in requests, in their one form. */
public final class ThreadField {
  private ThreadField() {}

  /** Empty when the field is missing (which is an error). */
  public static String required(Fields fields, String field, Site site) {
    return key(fields, field, fields.required(field), site);
  }

  /** Null when the field is absent. */
  public static @Nullable String optional(Fields fields, String field, Site site) {
    String asked = fields.string(field);
    return asked == null ? null : required(fields, field, site);
  }

  /** Of a text that was read of the field; an empty one stays empty. */
  public static String key(Fields fields, String field, String asked, Site site) {
    String key = ThreadKey.normalise(asked, site.settings().get(SiteSettings.TRACKING_PARAMETERS));
    String problem = asked.isEmpty() ? null : ThreadKey.problem(asked, key);
    if (problem != null) {
      fields.error(field, problem);
    }
    return key;
  }
}
