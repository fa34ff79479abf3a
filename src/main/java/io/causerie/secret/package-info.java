/** What only this installation can make or read: keyed hashes, signed times, and sealed values. */
@NullMarked
package io.causerie.secret;

import org.jspecify.annotations.NullMarked;
