/** How the people of a team prove who they are: passwords, second factors, invitations. */
@NullMarked
package io.causerie.signin;

import org.jspecify.annotations.NullMarked;
