/** What happens on a site, told to moderators as it happens. */
@NullMarked
package io.causerie.moderation.live;

import org.jspecify.annotations.NullMarked;
