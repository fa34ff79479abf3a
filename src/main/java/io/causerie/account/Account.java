package io.causerie.account;

import org.jspecify.annotations.Nullable;

/**
 * An account that can sign in.
 *
 * @param passwordHash null for an account without a password
 */
public record Account(long id, String name, @Nullable String passwordHash) {}
