package io.causerie.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that ask a running service. They get a {@link TestApp} with a site of its own as a parameter: of
 * the constructor or of a test for a site for each test, of a {@code @BeforeAll} method for one site for
 * the whole class. Classes with the same settings share a service and its database, so what a test
 * counts is what is on its site.
 */
@Tag("http")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServiceExtension.class)
public @interface ServiceTest {
  /** {@code NAME=value}, over those of {@link TestService#USUAL}. */
  String[] settings() default {};

  /** For what concerns more than a site: a service and a database for each site, closed after its use. */
  boolean alone() default false;
}
