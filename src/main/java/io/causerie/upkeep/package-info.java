/** What keeps the database as it should be: counters, search words, and what is kept for a time only. */
@NullMarked
package io.causerie.upkeep;

import org.jspecify.annotations.NullMarked;
