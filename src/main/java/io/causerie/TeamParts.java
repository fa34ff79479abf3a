package io.causerie;

import io.causerie.account.ApiTokenHandlers;
import io.causerie.ban.BanHandlers;
import io.causerie.log.LogHandlers;
import io.causerie.moderation.DashboardHandlers;
import io.causerie.moderation.DecisionHandlers;
import io.causerie.moderation.LiveHandlers;
import io.causerie.moderation.PreviewHandlers;
import io.causerie.moderation.QueueHandlers;
import io.causerie.moderation.SettingsHandlers;
import io.causerie.moderation.ThreadChangeHandlers;

/** What answers a site's team. */
record TeamParts(
    QueueHandlers queue,
    LiveHandlers live,
    DecisionHandlers decisions,
    ThreadChangeHandlers threads,
    BanHandlers bans,
    SettingsHandlers settings,
    PreviewHandlers preview,
    DashboardHandlers dashboard,
    LogHandlers log,
    ApiTokenHandlers tokens) {}
