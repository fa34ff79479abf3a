package io.causerie.comment;

import org.jspecify.annotations.Nullable;

/**
 * A reason of a comment, as moderators are told it.
 *
 * @param screen what had something against the comment: a {@link Screen}, or what else holds comments
 * @param detail what it saw, such as the word; null when its name says all
 * @param explanation a sentence
 */
public record HeldFor(String screen, @Nullable String detail, String explanation) {
  /** Of a reason as it is stored: a name, or {@code name:detail}. */
  public static HeldFor of(String stored) {
    int colon = stored.indexOf(':');
    String screen = colon < 0 ? stored : stored.substring(0, colon);
    String detail = colon < 0 ? null : stored.substring(colon + 1);
    return new HeldFor(screen, detail, explanation(screen, detail == null ? "" : detail));
  }

  private static String explanation(String screen, String detail) {
    return detail.equals("failed")
        ? "The check “" + screen + "” failed, so that a person has to look."
        : switch (screen) {
          case "ban" -> "A shadow ban is in force: only its author sees the comment.";
          case "flags" -> "Readers reported it, with a weight of " + detail + " together.";
          case "screening" -> "The automatic checks took too long, so that a person has to look.";
          case "honeypot" -> "A field that people do not see was filled in.";
          case "form-time" -> formTime(detail);
          case "premoderation" -> premoderation(detail);
          case "first-comments" -> "Too few comments of this author were approved so far.";
          case "first-links" ->
            "It has a link, and too few comments of this author were approved so far.";
          case "many-links" -> "Number of links in it: " + detail + ".";
          case "banned-word" -> "It has the banned word “" + detail + "”.";
          case "suspect-word" -> "It has the suspect word “" + detail + "”.";
          case "repeats" -> repeats(detail);
          case "too-fast" -> "Seconds since its author or network last wrote: " + detail + ".";
          default -> detail.isEmpty() ? "Held by “" + screen + "”." : screen + ": " + detail;
        };
  }

  private static String formTime(String detail) {
    return switch (detail) {
      case "young" -> "It was sent sooner after the form was opened than people write.";
      case "old" -> "It was sent more than a day after the form was opened.";
      case "missing" -> "It does not come from the form on the page.";
      default -> "It brings a stamp of the form that this site never gave out.";
    };
  }

  private static String premoderation(String detail) {
    return detail.equals("thread")
        ? "Every comment of this thread waits for a moderator."
        : "Every comment of this site waits for a moderator.";
  }

  private static String repeats(String detail) {
    return detail.equals("near")
        ? "It says nearly the same as another comment of late."
        : "It says the same as another comment of late.";
  }
}
