package io.causerie.screening;

import io.causerie.cache.Bounded;
import io.causerie.cache.CacheMemory;
import io.causerie.cache.CacheMemory.Share;
import io.causerie.cache.Sizes;
import io.causerie.http.Problem;
import io.causerie.site.SiteSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Refuses names that look like a member of the team or like a reserved name of the site. */
public final class TeamName implements Screen {
  private static final Duration UNUSED = Duration.ofHours(1);

  private final Bounded<String, NameLikeness> taken;

  public TeamName(CacheMemory memory) {
    this.taken = new Bounded<>(
        memory.part(Share.TEAM_NAMES), taken -> UNUSED, Sizes::of, NameLikeness::bytes);
  }

  @Override
  public String name() {
    return "team-name";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    String name = candidate.text().authorName();
    // Punctuation is either left out, or read as the letter that it looks like.
    List<NameLikeness> likenesses =
        List.of(NameLikeness.of(name), NameLikeness.of(NameLikeness.letters(name)));
    boolean isTaken = Stream.concat(
            candidate.standing().team().stream(),
            candidate.setting(SiteSettings.RESERVED_NAMES).stream())
        .map(other -> taken.get(other, NameLikeness::of))
        .anyMatch(other -> likenesses.stream().anyMatch(ours -> ours.isLike(other)));
    return isTaken
        ? Verdict.refuse(Problem.invalid(
            "author.name", "looks like a name of this site's team; please take another"))
        : Verdict.PASS;
  }
}
