package io.causerie.posting;

import io.causerie.text.Fingerprint;

/**
 * What is made of the text of a comment before it is stored.
 *
 * @param html what is shown
 * @param fingerprint what tells whether others say the same
 * @param search what it is found by, for {@code to_tsvector('simple', …)}
 */
public record RenderedText(String html, Fingerprint fingerprint, String search) {}
