package io.causerie.account;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param passwordHash null for who has no password
 */
public record Account(long id, String name, @Nullable String passwordHash) {}
