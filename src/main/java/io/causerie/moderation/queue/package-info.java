/** The comments that wait for moderators, and what is around each. */
@NullMarked
package io.causerie.moderation.queue;

import org.jspecify.annotations.NullMarked;
