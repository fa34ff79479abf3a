package io.causerie.team;

import static io.causerie.testing.Team.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.account.Role;
import io.causerie.testing.Console;
import io.causerie.testing.ServiceTest;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** {@code moderator add|list|remove}, beside a service that runs. */
@ServiceTest
final class MemberCommandTest {
  private final TestApp app;
  private final Team team;
  private final Console console;

  MemberCommandTest(TestApp app) {
    this.app = app;
    team = app.team();
    console = new Console(app.database().url());
  }

  @Test
  void membershipsBeginChangeAndEnd() {
    Console.Result added = console.run("moderator", "add", app.site(), " Zoë  Q ", "--role=owner");
    assertThat(added.exitCode()).isZero();
    assertThat(added.output())
        .contains("added Zoë Q as owner of " + app.site(), "this once only")
        .containsPattern("sign in: http://localhost:8080/moderation/#invitation=[\\w-]{43}\n");
    assertThat(me(added.token())).isEqualTo(200);

    Console.Result again = console.run("moderator", "add", app.site(), "Zoë Q");
    assertThat(again.output()).contains("is owner of " + app.site() + " already", "are dead");
    assertThat(me(added.token())).isEqualTo(401);
    assertThat(me(again.token())).isEqualTo(200);

    Console.Result last = console.run("moderator", "add", app.site(), "Zoë Q", "--role=moderator");
    assertThat(last.exitCode()).isEqualTo(1);
    assertThat(last.output()).contains("Zoë Q is the last owner of " + app.site());
    Console.Result lasting = console.run("moderator", "remove", app.site(), "Zoë Q");
    assertThat(lasting.exitCode()).isEqualTo(1);
    assertThat(lasting.output()).contains("the last owner");

    team.member(app.site(), "Olga", Role.OWNER);
    Console.Result changed =
        console.run("moderator", "add", app.site(), "Zoë Q", "--role", "moderator");
    assertThat(changed.output()).contains("Zoë Q is now moderator", "the token stays the same");
    assertThat(me(again.token())).isEqualTo(200);

    String listed = console.run("moderator", "list", app.site()).output();
    assertThat(listed)
        .containsPattern("Olga\\towner\\t\\S+Z\\tnever\\n")
        .containsPattern("Zoë Q\\tmoderator\\t\\S+Z\\t\\S+Z\\n")
        .doesNotContain("cau_");

    Console.Result removed = console.run("moderator", "remove", app.site(), "Zoë Q");
    assertThat(removed.output()).contains("Zoë Q is no member of " + app.site() + " any more");
    assertThat(me(again.token())).isEqualTo(401);
    assertThat(log())
        .containsExactly(
            "console member-add",
            "console token-create",
            "console invite",
            "console token-revoke",
            "console token-create",
            "console invite",
            "console member-add",
            "console token-create",
            "console member-role",
            "console member-remove");
  }

  @Test
  void whatIsWrongIsSaid() {
    String empty = app.site();
    assertThat(console.run("moderator", "add", "nowhere", "Ann"))
        .satisfies(refusedWith("no such site"));
    assertThat(console.run("moderator", "add", empty, "Ann", "--role=king"))
        .satisfies(refusedWith("king is not a role: say moderator or owner"));
    assertThat(console.run("moderator", "remove", empty, "Nobody"))
        .satisfies(refusedWith("no such member"));
    assertThat(console.run("moderator", "add", empty, " "))
        .satisfies(refusedWith("the name must have at least one visible character"));
  }

  private static Consumer<Console.Result> refusedWith(String problem) {
    return refused -> {
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.output()).endsWith("causerie: " + problem + "\n");
    };
  }

  private int me(String token) {
    return app.get("/me?thread=/a", bearer(token)).status();
  }

  private List<String> log() {
    return app
        .database()
        .rows("select actor || ' ' || action from moderation_log where site_id = '" + app.site()
            + "' order by seq")
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
