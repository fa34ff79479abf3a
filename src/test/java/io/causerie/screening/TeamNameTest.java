package io.causerie.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.cache.CacheMemory;
import io.causerie.http.Problem;
import io.causerie.site.SiteSettings;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TeamNameTest {
  private static final List<String> TEAM = List.of("Ian", "Mai Lân", "Редактор", "編集部", "مدير");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "ADMIN",
        "\u0410dmin",
        "adm\u0456n",
        "admin ",
        "ad\u200bmin",
        "a.d.m.i.n",
        "[Admin]",
        "Admin ✓",
        "A D M I N",
        "adrnin",
        "adm1n",
        "ADMlN",
        "adm|n",
        "ａｄｍｉｎ",
        "АDМIN",
        "ΑDΜΙΝ",
        "ADМIN",
        "M0derator",
        "Ian",
        "ian",
        "lan",
        "IAN",
        "mai lân",
        "MaiLân",
        "Pедактор",
        "РЕДАКТОР",
        "編集部",
        "編 集 部",
        "مدير",
        "م‌دير"
      })
  void aNameOfTheTeamIsTaken(String name) {
    Verdict verdict = judged(name);

    assertThat(verdict.kind()).as(name).isEqualTo(Verdict.Kind.REFUSE);
    Problem problem = Objects.requireNonNull(verdict.problem());
    assertThat(problem.errors())
        .extracting(Problem.FieldError::field)
        .containsExactly("author.name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Adminata",
        "Jadmin",
        "Ann",
        "Lan",
        "Lân",
        "Mai Lan",
        "Mai Lẩn",
        "Diana",
        "Редакция",
        "編集者",
        "مديرة",
        "מנהל",
        "😀",
        "•"
      })
  void anyOtherNameIsFree(String name) {
    assertThat(judged(name)).as(name).isEqualTo(Verdict.PASS);
  }

  private static Verdict judged(String name) {
    return new TeamName(CacheMemory.ofCommand())
        .verdict(new Specimen()
            .name(name)
            .team(TEAM.toArray(String[]::new))
            .with(SiteSettings.RESERVED_NAMES, List.of("admin", "moderator", "!!!"))
            .candidate());
  }
}
