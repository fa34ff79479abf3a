package io.causerie.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One comment to begin with. {@code age} is how long ago it was posted; {@code parentIndex} is the
 * place of its parent among the comments of the same thread, null for a root.
 */
public record SeedComment(
    String threadKey,
    String url,
    String title,
    String name,
    String body,
    Duration age,
    @Nullable Integer parentIndex) {}
