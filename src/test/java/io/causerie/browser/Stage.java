package io.causerie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.causerie.testing.ServiceExtension;
import io.causerie.testing.TestApp;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser and one web server of host sites for all tests of a process, and a fresh reader for each
 * parameter of a test. A test fails when the browser has complained of anything; of one that fails, what
 * helps to understand it is kept.
 */
final class Stage
    implements ExecutionCondition, ParameterResolver, BeforeEachCallback, AfterEachCallback {
  private static final double PATIENCE_MILLIS = 15_000;
  private static final Namespace NAMESPACE = Namespace.create(Stage.class);
  /** Says once why the tests are skipped. */
  private static final boolean IS_SET = isSet();

  /** Browsers write faster than people. */
  private static final JsonObject LENIENT = new JsonObject().put("formSeconds", 0);

  private static final Set<Class<?>> ROLES = Set.of(Reader.class, HostSite.class);

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
  public void beforeEach(ExtensionContext context) {
    ServiceExtension.app(context).set(LENIENT);
    Evidence.begin();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return ROLES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Props props = props(context);
    if (parameter.getParameter().getType() == HostSite.class) {
      TestApp app = ServiceExtension.app(context);
      return context
          .getStore(NAMESPACE)
          .getOrComputeIfAbsent(
              HostSite.class, key -> new HostSite(props.hosts, app), HostSite.class);
    }
    return readers(context)
        .computeIfAbsent(
            parameter.getIndex(),
            index -> parameter.isAnnotated(Phone.class)
                ? Reader.onPhone(props.browser)
                : Reader.atDesk(props.browser));
  }

  /** Those of the process. */
  static Props props(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrComputeIfAbsent(Props.class, key -> Props.put(), Props.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Collection<Reader> readers = readers(context).values();
    boolean failed = context.getExecutionException().isPresent();
    if (failed || readers.stream().anyMatch(reader -> !reader.complaints().isEmpty())) {
      Evidence.keep(context, readers);
    }
    readers.forEach(Reader::close);
    if (!failed) {
      assertThat(readers).flatExtracting(Reader::complaints).as("console").isEmpty();
    }
  }

  /** Those of one test, by the index of the parameter. */
  @SuppressWarnings("unchecked")
  private static Map<Integer, Reader> readers(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Reader.class, key -> new TreeMap<Integer, Reader>(), Map.class);
  }

  /** Closed by JUnit at the end of the run. */
  record Props(Playwright playwright, Browser browser, HostServer hosts) implements AutoCloseable {

    static Props put() {
      Path chromium = Browsers.find()
          .orElseThrow(() -> new IllegalStateException("browser tests are required: no Chromium"));
      Playwright playwright = Browsers.playwright();
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      try {
        HostServer hosts = HostServer.start();
        Browser browser = Browsers.launch(playwright, chromium);
        System.out.println("Chromium " + browser.version() + " of " + chromium);
        return new Props(playwright, browser, hosts);
      } catch (IOException failure) {
        playwright.close();
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
      hosts.close();
    }
  }
}
