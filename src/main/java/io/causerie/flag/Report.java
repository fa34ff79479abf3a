package io.causerie.flag;

import io.causerie.account.Network;
import io.causerie.account.Viewer;
import io.causerie.site.Site;
import java.time.Instant;

/** A flag, for which comment, from whom and from where. */
record Report(
    Site site, long commentId, NewFlag flag, Viewer viewer, Network network, Instant at) {}
