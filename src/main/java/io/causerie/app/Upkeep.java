package io.causerie.app;

import io.causerie.account.SessionStore;
import io.causerie.account.TokenStore;
import io.causerie.db.Background.Timer;
import io.causerie.db.Database;
import io.causerie.db.Forgets;
import io.causerie.db.Retention;
import io.causerie.event.EventStore;
import io.causerie.flag.FlagStore;
import io.causerie.log.HeadReport;
import io.causerie.moderation.live.Live;
import io.causerie.posting.CommentStore;
import io.causerie.signin.passkey.CeremonyStore;
import io.causerie.signin.totp.SecondFactorStore;
import io.causerie.team.InvitationStore;
import io.causerie.upkeep.Reindex;
import io.vertx.core.Future;
import java.util.List;

/** The work in the background that keeps the database in order. */
final class Upkeep {
  private final Reindex reindex;
  private final Retention retention;
  private final HeadReport headReport;

  Upkeep(Core core) {
    reindex = new Reindex(core.vertx, core.db);
    retention = new Retention(Timer.of(core.vertx), core.clock, stores(core.db, core.live));
    headReport = new HeadReport(core.vertx, core.db);
  }

  /** Every store that keeps something for a time only. */
  private static List<Forgets> stores(Database db, Live live) {
    return List.of(
        Forgets.by(db, CommentStore.FORGET_KEYS),
        Forgets.by(db, CommentStore.FORGET_NETWORKS),
        Forgets.by(db, FlagStore.FORGET_NETWORKS),
        Forgets.by(db, TokenStore.FORGET),
        Forgets.by(db, SessionStore.FORGET),
        Forgets.by(db, InvitationStore.FORGET),
        Forgets.by(db, CeremonyStore.FORGET),
        Forgets.by(db, SecondFactorStore.FORGET_OFFERS),
        new EventStore(db)::forget,
        live::forget);
  }

  /** Once the schema is there; a second call changes nothing. */
  void start() {
    reindex.start();
    retention.start();
    headReport.start();
  }

  Future<Void> stop() {
    return Future.join(reindex.stop(), retention.stop(), headReport.stop()).mapEmpty();
  }
}
