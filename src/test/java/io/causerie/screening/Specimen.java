package io.causerie.screening;

import io.causerie.screening.PostingContext.Repetition;
import io.causerie.screening.PostingContext.ThreadRules;
import io.causerie.site.Setting;
import io.causerie.site.SiteSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comment of somebody new, on a site with default settings, with what a test changes of it. */
final class Specimen {
  static final Instant NOW = Instant.parse("2026-11-24T08:15:30Z");

  private String name = "Ann";
  private String body = "A body";
  private SiteSettings settings = SiteSettings.DEFAULTS;
  private String html = "<p>A body</p>";
  private Candidate.Form form = Candidate.Form.NONE;
  private PostingContext standing = new PostingContext(
      false, null, 0, 0, ThreadRules.NONE, null, null, Repetition.NOTHING, List.of());

  <T> Specimen with(Setting<T> setting, T value) {
    Map<Setting<?>, Object> decided = new HashMap<>(settings.decided());
    decided.put(setting, value);
    settings = new SiteSettings(decided);
    return this;
  }

  Specimen name(String authorName) {
    name = authorName;
    return this;
  }

  /** Both as typed and as shown. */
  Specimen body(String text) {
    body = text;
    return html("<p>" + text + "</p>");
  }

  Specimen html(String bodyHtml) {
    html = bodyHtml;
    return this;
  }

  Specimen website(String text) {
    form = new Candidate.Form(false, null, text);
    return this;
  }

  /** Null for a stamp that proves nothing. */
  Specimen formOpened(@Nullable Instant time) {
    form = new Candidate.Form(true, time, "");
    return this;
  }

  Specimen approved(int approved) {
    return standing(
        standing.ban(), approved, standing.thread(), standing.repeats(), standing.team());
  }

  Specimen approvedLinks(int approved) {
    standing = new PostingContext(
        false,
        standing.ban(),
        standing.approved(),
        approved,
        standing.thread(),
        standing.last(),
        standing.lastHere(),
        standing.repeats(),
        standing.team());
    return this;
  }

  Specimen ban(PostingContext.Ban ban) {
    return standing(
        ban, standing.approved(), standing.thread(), standing.repeats(), standing.team());
  }

  Specimen thread(ThreadRules rules) {
    return standing(
        standing.ban(), standing.approved(), rules, standing.repeats(), standing.team());
  }

  Specimen repeats(Repetition repeats) {
    return standing(
        standing.ban(), standing.approved(), standing.thread(), repeats, standing.team());
  }

  Specimen team(String... names) {
    return standing(
        standing.ban(), standing.approved(), standing.thread(), standing.repeats(), List.of(names));
  }

  /** When its author last wrote, on the site and in the thread. */
  Specimen last(Instant time) {
    standing = new PostingContext(
        false,
        standing.ban(),
        standing.approved(),
        standing.approvedLinks(),
        standing.thread(),
        time,
        time,
        standing.repeats(),
        standing.team());
    return this;
  }

  Candidate candidate() {
    return new Candidate(settings, new Candidate.Text(name, body, html), form, standing, NOW);
  }

  private Specimen standing(
      PostingContext.@Nullable Ban ban,
      int approved,
      ThreadRules thread,
      Repetition repeats,
      List<String> team) {
    standing = new PostingContext(
        false,
        ban,
        approved,
        standing.approvedLinks(),
        thread,
        standing.last(),
        standing.lastHere(),
        repeats,
        team);
    return this;
  }
}
