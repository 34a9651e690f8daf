package dev.newsmill.runtime;

import dev.newsmill.message.Origin;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a record of the chain say.
 *
 * @param at coordinates of the record
 * @param url of the page that it comes from; null where the record does not say it
 * @param page coordinates of that page; for a page its own
 * @param replay id of the replay that made the record; null for live records
 * @param versions stage name to version
 */
public record Heading(
        Origin at,
        @Nullable String url,
        Origin page,
        @Nullable String replay,
        SortedMap<String, String> versions) {}
