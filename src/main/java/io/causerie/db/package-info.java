/**
 * PostgreSQL: the pool with its deadlines, the migrations of the schema, the server that is started
 * when no other is given, and the ids. Knows no feature and no HTTP.
 */
@NullMarked
package io.causerie.db;

import org.jspecify.annotations.NullMarked;
