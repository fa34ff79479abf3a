/** The people and programs that work on a site: members, their invitations, and API tokens. */
@NullMarked
package io.causerie.team;

import org.jspecify.annotations.NullMarked;
