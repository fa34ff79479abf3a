/** Browser tests of the moderators' page. */
@NullMarked
package io.causerie.browser.moderation;

import org.jspecify.annotations.NullMarked;
