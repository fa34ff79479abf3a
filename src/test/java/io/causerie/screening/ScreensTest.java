package io.causerie.screening;

import static io.causerie.screening.Specimen.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.cache.CacheMemory;
import io.causerie.http.Problem;
import io.causerie.screening.PostingContext.Repetition;
import io.causerie.screening.PostingContext.ThreadRules;
import io.causerie.site.SiteSettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those that look at little; {@link WordsTest} and {@link TeamNameTest} are of the others. */
final class ScreensTest {
  private static final String LINK = "<a href=\"https://a.example\" rel=\"nofollow\">a</a>";

  @Test
  void byDefaultOnlyALinkOfSomebodyNewIsHeld() {
    List<Screen> screens = List.of(
        new Ban(),
        new TeamName(CacheMemory.ofCommand()),
        new SlowMode(),
        new Honeypot(),
        new FormTime(),
        Words.banned(new WordLists(CacheMemory.ofCommand())),
        new Premoderation(),
        new FirstComments(),
        new ManyLinks(),
        Words.suspect(new WordLists(CacheMemory.ofCommand())),
        new Repeats(),
        new TooFast());
    Specimen specimen = new Specimen().html(LINK.repeat(50)).last(NOW.minusMillis(1));

    assertThat(screens)
        .allSatisfy(screen -> assertThat(judged(screen, specimen)).isEqualTo(Verdict.PASS));
    assertThat(judged(new FirstLinks(), specimen)).isEqualTo(Verdict.hold(null));
    assertThat(judged(new FirstLinks(), specimen.approved(9))).isEqualTo(Verdict.hold(null));
    assertThat(judged(new FirstLinks(), specimen.approvedLinks(1))).isEqualTo(Verdict.PASS);
  }

  @Test
  void aBanIsToldWithItsReasonAndItsEnd() {
    Specimen forGood = new Specimen().ban(new PostingContext.Ban(false, "Insults", null));
    Specimen forADay =
        new Specimen().ban(new PostingContext.Ban(false, "Insults", NOW.plus(Duration.ofDays(1))));

    assertThat(problem(new Ban(), forGood))
        .hasMessage("you cannot write on this site: Insults")
        .extracting(Problem::code)
        .isEqualTo(Problem.Code.FORBIDDEN);
    assertThat(problem(new Ban(), forADay))
        .hasMessage("you cannot write on this site until 2026-11-25T08:15:30Z: Insults");
  }

  @Test
  void aShadowBanIsNotTold() {
    Specimen specimen = new Specimen().ban(new PostingContext.Ban(true, "Insults", null));

    assertThat(judged(new Ban(), specimen)).isEqualTo(Verdict.shadow());
  }

  @Test
  void slowModeSaysHowLongToWait() {
    Specimen specimen =
        new Specimen().thread(new ThreadRules(false, 60)).last(NOW.minusSeconds(20));

    assertThat(problem(new SlowMode(), specimen).retryAfter()).isEqualTo(Duration.ofSeconds(40));
    assertThat(judged(new SlowMode(), specimen.last(NOW.minusSeconds(60)))).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource({"'', true, PASS", "https://x.example, true, SPAM", "x, false, PASS", "' ', true, PASS"
  })
  void whatFillsInTheHiddenFieldIsSpam(String website, boolean on, Verdict.Kind kind) {
    Specimen specimen = new Specimen().website(website).with(SiteSettings.HONEYPOT, on);

    assertThat(judged(new Honeypot(), specimen).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "0, young",
    "1999, young",
    "2000,",
    "86400000,",
    "86400001, old",
    "-5000, young",
  })
  void aFormIsOpenAsLongAsPeopleWrite(long millis, String detail) {
    Specimen specimen = new Specimen().formOpened(NOW.minusMillis(millis));

    assertThat(judged(new FormTime(), specimen).detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource({"2, false, forged", "0, true, forged", "0, false,"})
  void aStampThatIsNotOursIsForgedUnlessNobodyCares(int seconds, boolean required, String detail) {
    Specimen specimen = new Specimen()
        .formOpened(null)
        .with(SiteSettings.FORM_SECONDS, seconds)
        .with(SiteSettings.FORM_REQUIRED, required);

    assertThat(judged(new FormTime(), specimen).detail()).isEqualTo(detail);
  }

  @Test
  void aMissingStampMattersWhenItIsRequired() {
    Specimen specimen = new Specimen();

    assertThat(judged(new FormTime(), specimen)).isEqualTo(Verdict.PASS);
    assertThat(judged(new FormTime(), specimen.with(SiteSettings.FORM_REQUIRED, true)))
        .isEqualTo(Verdict.hold("missing"));
  }

  @Test
  void premoderationIsOfTheSiteOrOfTheThread() {
    Specimen thread = new Specimen().thread(new ThreadRules(true, 0));

    assertThat(judged(new Premoderation(), thread)).isEqualTo(Verdict.hold("thread"));
    assertThat(judged(new Premoderation(), thread.with(SiteSettings.PREMODERATED, true)))
        .isEqualTo(Verdict.hold("site"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, PASS", "1, 0, HOLD", "1, 1, PASS", "3, 2, HOLD", "3, 3, PASS"})
  void trustIsEarnedByApprovals(int needed, int approved, Verdict.Kind kind) {
    Specimen specimen =
        new Specimen().approved(approved).with(SiteSettings.APPROVALS_BEFORE_TRUST, needed);

    assertThat(judged(new FirstComments(), specimen).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"0, 9,", "3, 2,", "3, 3, 3", "3, 4, 4", "1, 0,"})
  void linksAreCounted(int from, int links, String detail) {
    Specimen specimen = new Specimen()
        .html("<p>&lt;a href=&gt; <abbr>" + LINK.repeat(links) + "</p>")
        .with(SiteSettings.HOLD_FROM_LINKS, from);

    assertThat(judged(new ManyLinks(), specimen).detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource({"NOTHING,", "NEARLY, near", "EXACTLY, same"})
  void aRepeatIsHeld(Repetition repeats, String detail) {
    assertThat(judged(new Repeats(), new Specimen().repeats(repeats)).detail()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource({"10, 9, 9", "10, 10,", "0, 0,", "10, -3, 0", "0, -3,"})
  void whoWritesTooFastWaits(int between, int since, String detail) {
    Specimen specimen =
        new Specimen().last(NOW.minusSeconds(since)).with(SiteSettings.SECONDS_BETWEEN, between);

    assertThat(judged(new TooFast(), specimen).detail()).isEqualTo(detail);
  }

  private static Verdict judged(Screen screen, Specimen specimen) {
    return screen.verdict(specimen.candidate());
  }

  private static Problem problem(Screen screen, Specimen specimen) {
    return Objects.requireNonNull(judged(screen, specimen).problem());
  }
}
