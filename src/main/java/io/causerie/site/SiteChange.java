package io.causerie.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changes of a site.
 *
 * @param origins null: as they are
 * @param actor who, as the log calls them
 * @param actorName as the log shows them
 */
public record SiteChange(
    String siteId,
    @Nullable List<String> origins,
    SettingsChange settings,
    String actor,
    String actorName) {}
