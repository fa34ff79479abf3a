/**
 * PostgreSQL: the connections and their deadlines, the schema, the server we bring along, ids, and the
 * cache of what was read. Knows no feature.
 */
@NullMarked
package io.causerie.db;

import org.jspecify.annotations.NullMarked;
