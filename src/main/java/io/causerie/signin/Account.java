package io.causerie.signin;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param passwordHash null for who has no password
 */
record Account(long id, String name, @Nullable String passwordHash) {}
