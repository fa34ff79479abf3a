/** Deciding about comments. */
@NullMarked
package io.causerie.moderation.decision;

import org.jspecify.annotations.NullMarked;
