package io.causerie.screening;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.causerie.comment.Candidate;
import io.causerie.comment.Screen;
import io.causerie.comment.Verdict;
import io.causerie.http.Problem;
import io.causerie.site.SiteSettings;
import java.util.List;
import java.util.stream.Stream;

/** Lets nobody sign as a member of the team, or as a name that the site keeps for itself. */
public final class TeamName implements Screen {
  private static final int MOST_KNOWN = 10_000;

  private final LoadingCache<String, NameLikeness> taken =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).build(NameLikeness::of);

  @Override
  public String name() {
    return "team-name";
  }

  @Override
  public Verdict verdict(Candidate candidate) {
    String name = candidate.authorName();
    // Punctuation is either left out, or read as the letter that it looks like.
    List<NameLikeness> likenesses =
        List.of(NameLikeness.of(name), NameLikeness.of(NameLikeness.letters(name)));
    boolean isTaken = Stream.concat(
            candidate.standing().team().stream(),
            candidate.setting(SiteSettings.RESERVED_NAMES).stream())
        .map(taken::get)
        .anyMatch(other -> likenesses.stream().anyMatch(ours -> ours.isLike(other)));
    return isTaken
        ? Verdict.refuse(Problem.invalid(
            "author.name", "looks like a name of this site's team; please take another"))
        : Verdict.PASS;
  }
}
