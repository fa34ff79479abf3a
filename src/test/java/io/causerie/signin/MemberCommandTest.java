package io.causerie.signin;

import static io.causerie.testing.Team.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.account.Role;
import io.causerie.testing.Console;
import io.causerie.testing.Team;
import io.causerie.testing.TestApp;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code moderator add|list|remove}, beside a service that runs. */
final class MemberCommandTest {
  private static TestApp app;
  private static Team team;
  private static Console console;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    app.addSite("empty", "https://empty.example", "{}");
    team = app.team();
    console = new Console(app.database().url());
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void membershipsBeginChangeAndEnd() {
    Console.Result added = console.run("moderator", "add", "blog", " Zoë  Q ", "--role=owner");
    assertThat(added.exitCode()).isZero();
    assertThat(added.output())
        .contains("added Zoë Q as owner of blog", "this once only")
        .containsPattern("sign in: http://localhost:8080/moderation/#invitation=[\\w-]{43}\n");
    assertThat(me(added.token())).isEqualTo(200);

    Console.Result again = console.run("moderator", "add", "blog", "Zoë Q");
    assertThat(again.output()).contains("is owner of blog already", "are dead");
    assertThat(me(added.token())).isEqualTo(401);
    assertThat(me(again.token())).isEqualTo(200);

    Console.Result last = console.run("moderator", "add", "blog", "Zoë Q", "--role=moderator");
    assertThat(last.exitCode()).isEqualTo(1);
    assertThat(last.output()).contains("Zoë Q is the last owner of blog");
    Console.Result lasting = console.run("moderator", "remove", "blog", "Zoë Q");
    assertThat(lasting.exitCode()).isEqualTo(1);
    assertThat(lasting.output()).contains("the last owner");

    team.member("blog", "Olga", Role.OWNER);
    Console.Result changed =
        console.run("moderator", "add", "blog", "Zoë Q", "--role", "moderator");
    assertThat(changed.output()).contains("Zoë Q is now moderator", "the token stays the same");
    assertThat(me(again.token())).isEqualTo(200);

    String listed = console.run("moderator", "list", "blog").output();
    assertThat(listed)
        .containsPattern("Olga\\towner\\t\\S+Z\\tnever\\n")
        .containsPattern("Zoë Q\\tmoderator\\t\\S+Z\\t\\S+Z\\n")
        .doesNotContain("cau_");

    Console.Result removed = console.run("moderator", "remove", "blog", "Zoë Q");
    assertThat(removed.output()).contains("Zoë Q is no member of blog any more");
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
    assertThat(console.run("moderator", "add", "nowhere", "Ann"))
        .satisfies(refusedWith("no such site"));
    assertThat(console.run("moderator", "add", "empty", "Ann", "--role=king"))
        .satisfies(refusedWith("king is not a role: say moderator or owner"));
    assertThat(console.run("moderator", "remove", "empty", "Nobody"))
        .satisfies(refusedWith("no such member"));
    assertThat(console.run("moderator", "add", "empty", " "))
        .satisfies(refusedWith("the name must have at least one visible character"));
  }

  private static Consumer<Console.Result> refusedWith(String problem) {
    return refused -> {
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.output()).endsWith("causerie: " + problem + "\n");
    };
  }

  private static int me(String token) {
    return app.get("/me?thread=/a", bearer(token)).status();
  }

  private static List<String> log() {
    return app
        .database()
        .rows("select actor || ' ' || action from moderation_log order by seq")
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
