/**
 * What happened to comments: the log that every change appends to, and those who want to hear of it.
 */
@NullMarked
package io.causerie.event;

import org.jspecify.annotations.NullMarked;
