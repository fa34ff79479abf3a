package io.causerie.screening;

import org.jspecify.annotations.Nullable;

/**
 * A reason why a comment is held, as moderators are told it.
 *
 * @param screen what had something against the comment: a {@link Screen}, or what else holds comments
 * @param detail what it saw, such as the word; null when its name says all
 * @param explanation a sentence
 */
public record HoldReason(String screen, @Nullable String detail, String explanation) {
  /** Of a reason as it is stored: a name, or {@code name:detail}. */
  public static HoldReason of(String stored) {
    int colon = stored.indexOf(':');
    String screen = colon < 0 ? stored : stored.substring(0, colon);
    String detail = colon < 0 ? null : stored.substring(colon + 1);
    return new HoldReason(screen, detail, explanation(screen, detail == null ? "" : detail));
  }

  private static String explanation(String screen, String detail) {
    if (detail.equals("failed")) {
      return "The check “" + screen + "” failed, so that a person has to look.";
    }
    return switch (screen) {
      case "flags" -> "Readers reported it, with a weight of " + detail + " together.";
      case "screening" -> "The automatic checks took too long, so that a person has to look.";
      default -> Policy.explanation(screen, detail);
    };
  }
}
