package io.causerie.ban;

/**
 * By what the comments of the banned are found.
 *
 * @param key the id of an author, or the hash of a network
 */
record Origin(Scope scope, Object key) {}
