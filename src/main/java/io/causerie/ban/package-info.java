/** Bans of authors and networks, and the removal of what they have written. */
@NullMarked
package io.causerie.ban;

import org.jspecify.annotations.NullMarked;
