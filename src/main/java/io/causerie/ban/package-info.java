/** Who may not write: bans, and the removal of what the banned have written. */
@NullMarked
package io.causerie.ban;

import org.jspecify.annotations.NullMarked;
