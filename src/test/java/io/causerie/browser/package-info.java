/**
 * Tests of the widget in a real Chromium, from the outside: on host pages of another origin than the
 * service's. They are skipped where there is no Chromium.
 */
@NullMarked
package io.causerie.browser;

import org.jspecify.annotations.NullMarked;
