/** What stands for the service in tests of the front end alone: fixtures that are held to the contract. */
@NullMarked
package io.causerie.browser.component;

import org.jspecify.annotations.NullMarked;
