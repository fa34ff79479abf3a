package io.causerie.browser;

import io.causerie.testing.ServiceTest;
import io.causerie.testing.TestApp;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that take a {@link Reader}, a {@link HostSite} or a {@link TestApp}. */
@Tag("browser")
@ServiceTest
@ExtendWith(Stage.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BrowserTest {}
