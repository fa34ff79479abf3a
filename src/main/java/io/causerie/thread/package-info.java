/** Reading: pages of a thread, branches, permalinks and counts, encoded once and cached as bytes. */
@NullMarked
package io.causerie.thread;

import org.jspecify.annotations.NullMarked;
