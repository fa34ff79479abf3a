/** What several tests need to stand on. */
@NullMarked
package io.causerie.testing;

import org.jspecify.annotations.NullMarked;
