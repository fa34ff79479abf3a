/** What readers report. */
@NullMarked
package io.causerie.flag;

import org.jspecify.annotations.NullMarked;
