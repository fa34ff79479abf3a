package io.causerie.comment;

import io.causerie.site.Setting;

/**
 * A comment before the screens.
 *
 * @param bodyHtml what would be published
 * @param standing what is known of its author, its network and its thread
 */
public record Candidate(Posting posting, String bodyHtml, Standing standing) {
  public <T> T setting(Setting<T> setting) {
    return posting.site().settings().get(setting);
  }
}
