/** A PostgreSQL server of our own, for installations that name none. */
@NullMarked
package io.causerie.db.embedded;

import org.jspecify.annotations.NullMarked;
