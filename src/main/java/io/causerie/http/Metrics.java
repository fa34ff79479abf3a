package io.causerie.http;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** What the service measures of itself, as Prometheus reads it. */
public final class Metrics {
  /** Labels whose values we choose: a stranger chooses the method. */
  private static final Set<Label> LABELS = EnumSet.copyOf(MicrometerMetricsOptions.DEFAULT_LABELS);

  static {
    LABELS.remove(Label.HTTP_METHOD);
  }

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final EverySecond<EncodedBody> page =
      new EverySecond<>(() -> Future.succeededFuture(scrape()));

  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /** For the Vert.x instance that is measured. */
  public MetricsOptions options() {
    return new MicrometerMetricsOptions()
        .setEnabled(true)
        .setLabels(LABELS)
        .setServerRequestTagsProvider(Metrics::method);
  }

  /** For the Vert.x instance that is measured. */
  public VertxMetricsFactory factory() {
    return new MicrometerMetricsFactory(registry);
  }

  /** Meters are kept for ever, so that all methods that do not exist are one. */
  private static Iterable<Tag> method(HttpRequest request) {
    return Tags.of(
        "method", RequestShape.isMethod(request.method()) ? request.method().name() : "other");
  }

  public Future<Void> read(RoutingContext ctx) {
    return page.get().compose(encoded -> encoded.send(ctx, "no-store"));
  }

  private EncodedBody scrape() {
    return EncodedBody.of(
        "text/plain; version=0.0.4; charset=utf-8",
        registry.scrape().getBytes(StandardCharsets.UTF_8));
  }
}
