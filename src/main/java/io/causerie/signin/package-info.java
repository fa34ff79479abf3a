/** How members of a team sign in, and what they see and change of their own accounts. */
@NullMarked
package io.causerie.signin;

import org.jspecify.annotations.NullMarked;
