/** The moderation log: reading, exporting and verifying what the statements that act have written. */
@NullMarked
package io.causerie.log;

import org.jspecify.annotations.NullMarked;
