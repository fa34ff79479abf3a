package io.causerie.testing;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives tests their {@link TestApp}, as {@link ServiceTest} says. */
public final class ServiceExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(ServiceExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestApp.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return app(context);
  }

  /** JUnit closes it with the class or test that it was made for; within that every parameter gets the same. */
  public static TestApp app(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(TestApp.class, key -> open(context), TestApp.class);
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  private static TestApp open(ExtensionContext context) {
    ServiceTest wanted = AnnotationSupport.findAnnotation(
            context.getRequiredTestClass(), ServiceTest.class)
        .orElseThrow();
    Map<String, String> settings = new TreeMap<>();
    for (String setting : wanted.settings()) {
      String[] pair = setting.split("=", 2);
      settings.put(pair[0], pair[1]);
    }
    return wanted.alone() ? TestApp.start(settings) : TestApp.on(shared(context, settings));
  }

  /** Kept until the test process ends: Maven gives each class a run of its own. */
  private static TestService shared(ExtensionContext context, Map<String, String> settings) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrComputeIfAbsent(settings, TestService::start, TestService.class);
  }
}
