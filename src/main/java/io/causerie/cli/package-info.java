/** The commands of the jar, and where they say what came of them. */
@NullMarked
package io.causerie.cli;

import org.jspecify.annotations.NullMarked;
