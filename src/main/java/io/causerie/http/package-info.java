/**
 * The edge of the service: how requests are read, limited, refused and answered when something is
 * wrong. It knows no feature and no database of ours.
 */
@NullMarked
package io.causerie.http;

import org.jspecify.annotations.NullMarked;
