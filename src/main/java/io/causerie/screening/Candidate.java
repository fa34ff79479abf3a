package io.causerie.screening;

import io.causerie.site.Setting;
import io.causerie.site.SiteSettings;
import io.causerie.text.VisibleText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment before the screens.
 *
 * @param settings of its site
 * @param standing what is known of its author, its network and its thread
 * @param at when it was written
 */
public record Candidate(
    SiteSettings settings, Text text, Form form, PostingContext standing, Instant at) {

  /**
   * What people will read.
   *
   * @param authorName it would be signed with
   * @param body as typed
   * @param bodyHtml what would be published
   */
  public record Text(String authorName, String body, String bodyHtml) {}

  /**
   * What tells people from programs.
   *
   * @param stamped whether it brings a stamp of a form
   * @param opened when that form was opened; null when this is not proven
   * @param website what was written in the field that people do not see
   */
  public record Form(boolean stamped, @Nullable Instant opened, String website) {
    /** Of a comment that brings none. */
    public static final Form NONE = new Form(false, null, "");
  }

  public <T> T setting(Setting<T> setting) {
    return settings.get(setting);
  }

  /** All that words can stand in: the name, the body as typed, and the body as it is read. */
  public String words() {
    return String.join("\n", text.authorName, text.body, VisibleText.of(text.bodyHtml));
  }
}
