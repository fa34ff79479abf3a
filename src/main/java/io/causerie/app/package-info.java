/**
 * The service put together: its parts, its routes and what each of them lets through. Everything below
 * knows nothing of this package.
 */
@NullMarked
package io.causerie.app;

import org.jspecify.annotations.NullMarked;
