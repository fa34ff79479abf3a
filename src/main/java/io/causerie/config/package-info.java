/**
 * Every setting of the service, read from the environment and checked in one go. Knows no feature.
 */
@NullMarked
package io.causerie.config;

import org.jspecify.annotations.NullMarked;
