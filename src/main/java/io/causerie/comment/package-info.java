/** Writing comments: what a client may send, how it is screened and rendered, and where it is kept. */
@NullMarked
package io.causerie.comment;

import org.jspecify.annotations.NullMarked;
