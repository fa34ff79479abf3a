package io.causerie.moderation.preview;

import io.causerie.screening.Candidate;
import io.causerie.screening.PostingContext;
import io.causerie.screening.PostingContext.Repetition;
import io.causerie.screening.PostingContext.ThreadRules;
import io.causerie.site.SiteSettings;
import io.causerie.text.VisibleText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comment that was taken, with what can still be known of the moment when it came.
 *
 * @param approved how many earlier comments of its author are approved
 * @param approvedLinks how many of the newest of them that have a link
 * @param last when its author wrote before
 * @param lastSame when the same text was posted before
 * @param team the names of the site's members today
 */
public record PastComment(
    long id,
    String authorName,
    String body,
    String bodyHtml,
    Instant at,
    boolean byTeam,
    int approved,
    int approvedLinks,
    @Nullable Instant last,
    @Nullable Instant lastSame,
    List<String> team) {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** What is read of it, on one line. */
  public String visibleText() {
    return SPACES.matcher(VisibleText.of(bodyHtml)).replaceAll(" ").strip();
  }

  /** As it came, for a site with those settings. */
  Candidate candidate(SiteSettings settings) {
    return new Candidate(
        settings,
        new Candidate.Text(authorName, body, bodyHtml),
        Candidate.Form.NONE,
        standing(settings),
        at);
  }

  private PostingContext standing(SiteSettings settings) {
    return new PostingContext(
        false,
        null,
        approved,
        approvedLinks,
        ThreadRules.NONE,
        last,
        null,
        repetition(settings),
        team);
  }

  private Repetition repetition(SiteSettings settings) {
    Duration within = Duration.ofMinutes(settings.get(SiteSettings.REPEAT_MINUTES));
    return lastSame != null && !within.isZero() && !lastSame.isBefore(at.minus(within))
        ? Repetition.EXACTLY
        : Repetition.NOTHING;
  }
}
