/** One comment in its place on the host's page, for moderators. */
@NullMarked
package io.causerie.moderation.inplace;

import org.jspecify.annotations.NullMarked;
