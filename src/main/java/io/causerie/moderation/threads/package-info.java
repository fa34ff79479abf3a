/** The threads of a site as moderators see, change and merge them. */
@NullMarked
package io.causerie.moderation.threads;

import org.jspecify.annotations.NullMarked;
