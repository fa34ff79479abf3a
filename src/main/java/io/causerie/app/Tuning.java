package io.causerie.app;

import com.password4j.Argon2Function;
import io.causerie.ban.Removal;
import io.causerie.moderation.live.LiveStream;
import io.causerie.posting.Rendering;
import io.causerie.signin.password.Passwords;
import java.time.Duration;

/**
 * What is expensive or slow on purpose, and what gives up early on purpose. Every operator has the
 * {@link #usual} values, by which the promises of the service are kept; only tests that are not about
 * them have others.
 *
 * @param hash of passwords
 * @param text how long the rendering of one body may take, and how long its screening
 * @param longestPost how long a comment may be under way: for that long a ban looks for comments that it missed
 * @param liveCheck how often a live stream checks that its listener still has the permission
 */
public record Tuning(Argon2Function hash, Duration text, Duration longestPost, Duration liveCheck) {
  public static Tuning usual() {
    return new Tuning(Passwords.STRONG, Rendering.TIME, Removal.LONGEST_POST, LiveStream.CHECK);
  }
}
