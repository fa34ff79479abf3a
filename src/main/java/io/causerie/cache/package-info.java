/**
 * The caches: all of them share one budget of memory, weigh keys and values in bytes, and forget what
 * is not used. Knows no feature.
 */
@NullMarked
package io.causerie.cache;

import org.jspecify.annotations.NullMarked;
