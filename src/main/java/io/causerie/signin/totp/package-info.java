/** The second factor: codes of an authenticator app, and recovery codes. */
@NullMarked
package io.causerie.signin.totp;

import org.jspecify.annotations.NullMarked;
