package dev.newsmill.stage;

import dev.newsmill.message.Origin;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a record comes from.
 *
 * @param page coordinates of the page in its topic
 * @param fetchedAt when that page was fetched
 * @param input coordinates of the record itself
 * @param replay the replay that it belongs to; null for live records
 * @param versions stage name to version, for the stages that it went through
 */
public record Provenance(
        Origin page,
        Instant fetchedAt,
        Origin input,
        @Nullable String replay,
        SortedMap<String, String> versions) {
    public Provenance {
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        Objects.requireNonNull(input, "input");
        versions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }
}
