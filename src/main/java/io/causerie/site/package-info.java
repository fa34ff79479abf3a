/** The web sites that are served: their origins, their settings, and how their pages are told apart. */
@NullMarked
package io.causerie.site;

import org.jspecify.annotations.NullMarked;
