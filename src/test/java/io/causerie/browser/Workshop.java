package io.causerie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import io.causerie.browser.component.Api;
import io.causerie.browser.component.FixtureServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server of fixtures, one reader at a desk and one on a phone for all {@link ComponentTest}s of a
 * process, in the browser of the {@link Stage}. A test fails when the browser has complained of anything,
 * or the API was asked what the test has not stated or the contract does not allow; the readers of one
 * that failed are not used again.
 */
final class Workshop
    implements ExecutionCondition, ParameterResolver, BeforeEachCallback, AfterEachCallback {
  private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
  private static final Namespace NAMESPACE = Namespace.create(Workshop.class);
  private static final Set<Class<?>> ROLES = Set.of(Reader.class, Api.class, Pages.class);
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final String NOWHERE = "about:blank";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return new Stage().evaluateExecutionCondition(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Evidence.begin();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return ROLES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Stage.Props props = Stage.props(context);
    Bench bench = bench(context);
    Api api = api(context);
    if (parameter.getParameter().getType() == Api.class) {
      return api;
    }
    if (parameter.getParameter().getType() == Pages.class) {
      return pages(context);
    }
    return bench.readers.computeIfAbsent(
        parameter.isAnnotated(Phone.class),
        onPhone -> onPhone ? Reader.onPhone(props.browser()) : Reader.atDesk(props.browser()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Bench bench = bench(context);
    Api api = api(context);
    @Nullable Throwable failure = context.getExecutionException().orElse(null);
    List<String> faults = bench.faults(api);
    if (failure == null && faults.isEmpty()) {
      pages(context).restore();
      bench.tidyUp();
      // What came late.
      faults = bench.faults(api);
    }
    if (failure != null || !faults.isEmpty()) {
      api.asked().forEach(request -> LOG.info("asked: {}", request));
      Evidence.keep(context, bench.readers.values());
      bench.clear();
    }
    bench.readers.values().forEach(Reader::handOver);
    tell(failure, faults);
  }

  private static void tell(@Nullable Throwable failure, List<String> faults) {
    if (failure == null) {
      assertThat(faults).as("console and API").isEmpty();
      return;
    }
    for (String fault : faults) {
      failure.addSuppressed(new AssertionError(fault));
    }
  }

  private static Bench bench(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrComputeIfAbsent(Bench.class, key -> new Bench(), Bench.class);
  }

  private static Api api(ExtensionContext context) {
    Bench bench = bench(context);
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Api.class, key -> bench.server.next(), Api.class);
  }

  private static Pages pages(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            Pages.class,
            key -> new Pages(
                Stage.props(context).hosts(),
                bench(context).server.origin(),
                api(context).site()),
            Pages.class);
  }

  /** Closed by JUnit at the end of the run. */
  private static final class Bench implements AutoCloseable {
    private final FixtureServer server = FixtureServer.start();
    /** By whether they are on a phone. */
    private final Map<Boolean, Reader> readers = new HashMap<>();

    List<String> faults(Api api) {
      List<String> faults = new ArrayList<>(api.faults());
      readers.values().forEach(reader -> faults.addAll(reader.complaints()));
      return faults;
    }

    void tidyUp() {
      readers.forEach((onPhone, reader) -> tidyUp(reader, onPhone));
    }

    private static void tidyUp(Reader reader, boolean onPhone) {
      Page page = reader.page();
      BrowserContext context = reader.context();
      if (page.url().equals(NOWHERE)) {
        return;
      }
      context.setOffline(false);
      page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }");
      page.navigate(NOWHERE);
      page.unrouteAll();
      context.unrouteAll();
      context.clearCookies();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null).setForcedColors(null));
      ViewportSize size = page.viewportSize();
      if (!onPhone && (size.width != WIDTH || size.height != HEIGHT)) {
        page.setViewportSize(WIDTH, HEIGHT);
      }
    }

    void clear() {
      readers.values().forEach(Reader::close);
      readers.clear();
    }

    @Override
    public void close() {
      clear();
      server.close();
    }
  }
}
