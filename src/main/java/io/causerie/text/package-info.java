/**
 * The text of comments: names, bodies, their HTML, and what they are compared and found by. It knows
 * nothing of comments.
 */
@NullMarked
package io.causerie.text;

import org.jspecify.annotations.NullMarked;
