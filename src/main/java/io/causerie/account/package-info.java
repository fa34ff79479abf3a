/** The caller of a request: viewers, the tokens and sessions that prove them, and what they may do. */
@NullMarked
package io.causerie.account;

import org.jspecify.annotations.NullMarked;
