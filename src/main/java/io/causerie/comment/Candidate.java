package io.causerie.comment;

import io.causerie.account.Author;
import io.causerie.site.Setting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment before the screens.
 *
 * @param bodyHtml what would be published
 * @param standing what is known of its author, its network and its thread
 * @param formOpened when its form was opened; null when that is not proven
 */
public record Candidate(
    Posting posting, String bodyHtml, Standing standing, @Nullable Instant formOpened) {

  public <T> T setting(Setting<T> setting) {
    return posting.site().settings().get(setting);
  }

  public NewComment comment() {
    return posting.comment();
  }

  /** The name that it would be signed with. */
  public String authorName() {
    String name = posting.comment().authorName();
    Author known = posting.viewer().author();
    return name != null ? name : known != null ? known.name() : "";
  }

  /** All that words can stand in: the name, the body as typed, and the body as it is read. */
  public String text() {
    return String.join("\n", authorName(), posting.comment().body(), VisibleText.of(bodyHtml));
  }
}
