package io.causerie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser, one service and one host site for all tests of a run, and a fresh reader for each
 * parameter of a test. A test fails when the browser has complained of anything.
 */
final class Stage implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  private static final double PATIENCE_MILLIS = 15_000;
  private static final Namespace NAMESPACE = Namespace.create(Stage.class);
  /** Says once why the tests are skipped. */
  private static final boolean IS_SET = isSet();

  private static final Set<Class<?>> ROLES =
      Set.of(Reader.class, ServiceProcess.class, HostSite.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return IS_SET
        ? ConditionEvaluationResult.enabled("")
        : ConditionEvaluationResult.disabled("no Chromium");
  }

  private static boolean isSet() {
    boolean required = "required".equals(System.getenv("CAUSERIE_BROWSER_TESTS"));
    if (required || Browsers.find().isPresent()) {
      return true;
    }
    System.err.println(
        "browser tests are skipped: no Chromium on the path, none named by CAUSERIE_CHROMIUM");
    return false;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return ROLES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Props props = context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Props.class, key -> Props.put(), Props.class);
    Class<?> role = parameter.getParameter().getType();
    if (role == Reader.class) {
      return readers(context)
          .computeIfAbsent(
              parameter.getIndex(),
              index -> parameter.isAnnotated(Phone.class)
                  ? Reader.onPhone(props.browser)
                  : Reader.atDesk(props.browser));
    }
    return role == HostSite.class ? props.host : props.service;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Collection<Reader> readers = readers(context).values();
    readers.forEach(Reader::close);
    if (context.getExecutionException().isEmpty()) {
      assertThat(readers).flatExtracting(Reader::complaints).as("console").isEmpty();
    }
  }

  /** Those of one test, by the index of the parameter. */
  @SuppressWarnings("unchecked")
  private static Map<Integer, Reader> readers(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Reader.class, key -> new HashMap<Integer, Reader>(), Map.class);
  }

  /** Closed by JUnit at the end of the run. */
  private record Props(
      Playwright playwright, Browser browser, ServiceProcess service, HostSite host)
      implements AutoCloseable {

    static Props put() {
      Path chromium = Browsers.find()
          .orElseThrow(() -> new IllegalStateException("browser tests are required: no Chromium"));
      Playwright playwright = Browsers.playwright();
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      try {
        ServiceProcess service = ServiceProcess.start();
        letPass(service);
        HostSite host = HostSite.start(service.origin());
        return new Props(playwright, Browsers.launch(playwright, chromium), service, host);
      } catch (IOException failure) {
        playwright.close();
        throw new IllegalStateException(failure);
      }
    }

    /** Browsers write faster than people, and the first word of a guest may be a link. */
    private static void letPass(ServiceProcess service) {
      Owner owner = new Owner(service);
      owner.set("formSeconds", 0);
      owner.set("approvalsBeforeLinks", 0);
    }

    @Override
    public void close() throws IOException {
      browser.close();
      playwright.close();
      host.close();
      service.close();
    }
  }
}
