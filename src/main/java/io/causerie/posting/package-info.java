/**
 * A comment on its way in: what is asked, what is known of its author, and the one statement that
 * stores it.
 */
@NullMarked
package io.causerie.posting;

import org.jspecify.annotations.NullMarked;
