package io.causerie.flag;

import io.causerie.account.Network;
import io.causerie.account.Viewer;
import io.causerie.site.Site;
import java.time.Instant;

/** A flag on a comment, with its viewer and network. */
record Report(
    Site site, long commentId, NewFlag flag, Viewer viewer, Network network, Instant at) {}
