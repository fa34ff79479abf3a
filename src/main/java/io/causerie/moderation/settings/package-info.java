/** The settings of a site. */
@NullMarked
package io.causerie.moderation.settings;

import org.jspecify.annotations.NullMarked;
