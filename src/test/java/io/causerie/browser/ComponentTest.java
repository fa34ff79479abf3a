package io.causerie.browser;

import io.causerie.browser.component.Api;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the front end without the service: the bundles in a browser, and an API that answers what the
 * test states. They take an {@link Api}, {@link Pages} and a {@link Reader}, who is the same for all of
 * them, as a new one costs more than such a test, and comes to each with an empty page and nothing
 * stored.
 */
@Tag("browser")
@ExtendWith(Workshop.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ComponentTest {}
