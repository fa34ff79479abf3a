package io.causerie.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a site.
 *
 * @param origins null: as they are
 * @param actor the id of the acting person or program in the log
 * @param actorName as the log shows them
 */
public record SiteChange(
    String siteId,
    @Nullable List<String> origins,
    SettingsChange settings,
    String actor,
    String actorName) {}
