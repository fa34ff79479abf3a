/**
 * What happened to comments: the log that every change appends to, and those that follow it.
 */
@NullMarked
package io.causerie.event;

import org.jspecify.annotations.NullMarked;
