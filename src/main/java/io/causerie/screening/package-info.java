/** The automatic checks of a new comment. {@code App} lists them; the order of that list is the policy. */
@NullMarked
package io.causerie.screening;

import org.jspecify.annotations.NullMarked;
