/** What every part may use: threads for work that wants a processor. Knows no feature and no library but Vert.x. */
@NullMarked
package io.causerie.core;

import org.jspecify.annotations.NullMarked;
