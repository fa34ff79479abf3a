/** What other settings would have made of the last week's comments. */
@NullMarked
package io.causerie.moderation.preview;

import org.jspecify.annotations.NullMarked;
