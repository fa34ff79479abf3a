/** The demonstration: a site with articles and comments in many languages, made on its first start. */
@NullMarked
package io.causerie.demo;

import org.jspecify.annotations.NullMarked;
