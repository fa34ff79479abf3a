/** What a site's team does: the queue, decisions, threads and settings. */
@NullMarked
package io.causerie.moderation;

import org.jspecify.annotations.NullMarked;
