/** How a site has fared. */
@NullMarked
package io.causerie.moderation.dashboard;

import org.jspecify.annotations.NullMarked;
