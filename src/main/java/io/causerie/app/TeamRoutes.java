package io.causerie.app;

import static io.causerie.account.Permission.MODERATE;
import static io.causerie.account.Permission.READ;
import static io.causerie.account.Permission.SETTINGS;
import static io.causerie.account.Permission.TEAM;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.causerie.ban.BanHandlers;
import io.causerie.ban.BanStore;
import io.causerie.ban.TargetStore;
import io.causerie.http.RateLimits.Action;
import io.causerie.log.LogHandlers;
import io.causerie.moderation.dashboard.DashboardHandlers;
import io.causerie.moderation.decision.DecisionHandlers;
import io.causerie.moderation.inplace.InPlaceHandlers;
import io.causerie.moderation.live.LiveHandlers;
import io.causerie.moderation.preview.DryRun;
import io.causerie.moderation.preview.PreviewHandlers;
import io.causerie.moderation.queue.QueueHandlers;
import io.causerie.moderation.settings.SettingsHandlers;
import io.causerie.moderation.threads.ThreadChangeHandlers;
import io.causerie.team.ApiTokenHandlers;
import io.causerie.team.ApiTokenStore;
import io.causerie.team.InvitationStore;
import io.causerie.team.MemberStore;
import io.causerie.team.TeamHandlers;

/** The routes of a site's team and its programs: {@code /api/v1/sites/:site/moderation/…}. */
final class TeamRoutes {
  private final Routes site;
  private final Routes team;
  private final Guards guards;
  private final Core core;

  private TeamRoutes(Routes site, Guards guards, Core core) {
    this.site = site;
    this.team = site.below("/moderation");
    this.guards = guards;
    this.core = core;
  }

  static void add(Routes site, Guards guards, Core core) {
    var routes = new TeamRoutes(site, guards, core);
    routes.comments();
    routes.inPlace();
    routes.live();
    routes.threads();
    routes.bans();
    routes.settings();
    routes.records();
    routes.members();
  }

  private void comments() {
    var queue = new QueueHandlers(core.db, core.encoding);
    team.add(GET, "/comments", guards.team(READ), queue::queue);
    team.add(GET, "/comments/:id", guards.team(READ), queue::item);
    team.add(GET, "/comments/:id/context", guards.team(READ), queue::context);
    team.add(GET, "/totals", guards.team(READ), queue::totals);

    var decisions = new DecisionHandlers(core.statuses);
    team.add(POST, "/decisions", guards.team(MODERATE), decisions::decide);
  }

  private void inPlace() {
    var look = new InPlaceHandlers(core.db, core.secrets, core.clock);
    team.add(POST, "/comments/:id/look", guards.team(READ), look::link);
    site.add(GET, "/comments/:id/look", guards.ownPageOfAnybody(Action.READ), look::read);
  }

  private void live() {
    var live = new LiveHandlers(core.db, core.live, guards::viewerNow, core.tuning.liveCheck());
    team.add(GET, "/live", guards.team(READ), live::stream);
    team.add(PUT, "/looking", guards.team(READ), live::looking);
  }

  private void threads() {
    var threads = new ThreadChangeHandlers(core.db, core.changes, core.encoding);
    team.add(GET, "/threads", guards.team(READ), threads::list);
    team.add(PATCH, "/threads", guards.team(MODERATE), threads::change);
    team.add(POST, "/threads/merge", guards.team(MODERATE), threads::merge);
  }

  private void bans() {
    var bans =
        new BanHandlers(new TargetStore(core.db), new BanStore(core.db), core.removal, core.clock);
    team.add(GET, "/bans", guards.team(READ), bans::list);
    team.add(POST, "/bans", guards.team(MODERATE), bans::create);
    team.add(DELETE, "/bans/:id", guards.team(MODERATE), bans::lift);
  }

  private void settings() {
    var settings = new SettingsHandlers(core.sites, core.encoding);
    team.add(GET, "/settings", guards.team(READ, SETTINGS), settings::read);
    team.add(PATCH, "/settings", guards.team(SETTINGS), settings::change);

    var preview = new PreviewHandlers(core.db, new DryRun(core.vertx, core.screens), core.clock);
    team.add(POST, "/settings/preview", guards.team(READ, SETTINGS), preview::run);
  }

  private void records() {
    var dashboard = new DashboardHandlers(core.db, core.clock, core.memory);
    team.add(GET, "/dashboard", guards.team(READ), dashboard::read);

    var log = new LogHandlers(core.db, core.encoding);
    team.add(GET, "/log", guards.team(READ), log::list);
    team.add(GET, "/log/export", guards.team(READ), log::export);
  }

  private void members() {
    var tokens = new ApiTokenHandlers(new ApiTokenStore(core.db, core.clock));
    team.add(GET, "/tokens", guards.team(TEAM), tokens::list);
    team.add(POST, "/tokens", guards.teamConfirmed(TEAM), tokens::create);
    team.add(DELETE, "/tokens/:id", guards.teamConfirmed(TEAM), tokens::revoke);

    var members = new TeamHandlers(
        new MemberStore(core.db, core.clock), new InvitationStore(core.db, core.clock), core.own);
    team.add(GET, "/team", guards.team(READ), members::list);
    team.add(POST, "/team/invitations", guards.teamConfirmed(TEAM), members::invite);
    team.add(DELETE, "/team/invitations/:id", guards.teamConfirmed(TEAM), members::uninvite);
    team.add(PATCH, "/team/members/:id", guards.teamConfirmed(TEAM), members::changeRole);
    team.add(DELETE, "/team/members/:id", guards.teamConfirmed(TEAM), members::remove);
  }
}
