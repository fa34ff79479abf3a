/**
 * The service put together: commands, settings, the parts list and the route table. Everything else
 * is below and knows nothing of this package.
 */
@NullMarked
package io.causerie;

import org.jspecify.annotations.NullMarked;
