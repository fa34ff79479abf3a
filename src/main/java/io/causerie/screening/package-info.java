/** The automatic checks of a new comment. {@code Policy} lists them in their order. */
@NullMarked
package io.causerie.screening;

import org.jspecify.annotations.NullMarked;
