package io.causerie.posting;

import io.causerie.core.Workers;
import io.causerie.core.Workers.Bounds;
import io.causerie.http.Problem;
import io.causerie.text.Fingerprint;
import io.causerie.text.Markup;
import io.causerie.text.SearchText;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Makes of bodies what is stored of them, off the event loop, and gives up on one that takes too long.
 * When too many wait, it fails with UNAVAILABLE instead.
 */
public final class Rendering {
  private static final int MOST_WAITING = 64;
  /** The usual time for one body. */
  public static final Duration TIME = Duration.ofSeconds(1);

  private final Workers workers;

  /** @param time for one body */
  public Rendering(Vertx vertx, Duration time) {
    this.workers = new Workers(vertx, "rendering", Bounds.perProcessor(MOST_WAITING, time));
  }

  /** Loads what the first comment would otherwise wait for; that it may take long is no failure. */
  public Future<Void> prepare() {
    return render("Ann", "*\u00e4*").otherwiseEmpty().mapEmpty();
  }

  /** Fails with INVALID for a body that renders to more than we keep. */
  public Future<String> toHtml(String body) {
    return workers.run(deadline -> html(body, deadline));
  }

  /** The same, with what a comment is compared and found by. */
  public Future<RenderedText> render(String authorName, String body) {
    return workers.run(deadline -> {
      String html = html(body, deadline);
      Fingerprint fingerprint = Fingerprint.of(body);
      deadline.check();
      return new RenderedText(html, fingerprint, SearchText.of(authorName, body));
    });
  }

  private static String html(String body, Workers.Deadline deadline) {
    try {
      return Markup.toHtml(body, deadline);
    } catch (Markup.TooMuch refused) {
      throw Problem.invalid("body", refused.advice());
    }
  }
}
