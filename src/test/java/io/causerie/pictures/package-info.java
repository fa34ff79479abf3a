/** The camera of the documentation. */
@NullMarked
package io.causerie.pictures;

import org.jspecify.annotations.NullMarked;
