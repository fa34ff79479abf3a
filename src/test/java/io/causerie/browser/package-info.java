/**
 * Tests of the widget in a real Chromium, from the outside: a service in a process of its own, and
 * host pages on another origin. They are skipped where there is no Chromium.
 */
@NullMarked
package io.causerie.browser;

import org.jspecify.annotations.NullMarked;
