/** The entry point. */
@NullMarked
package io.causerie;

import org.jspecify.annotations.NullMarked;
