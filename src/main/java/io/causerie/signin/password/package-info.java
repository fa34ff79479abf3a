/** Passwords: which are taken, and how they are hashed and checked. */
@NullMarked
package io.causerie.signin.password;

import org.jspecify.annotations.NullMarked;
