/** Passkeys: registering one and proving that one is held (WebAuthn). */
@NullMarked
package io.causerie.signin.passkey;

import org.jspecify.annotations.NullMarked;
