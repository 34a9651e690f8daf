package dev.newsmill.app.replay;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a stage's input to replay. All conditions must hold; one that is null or empty asks for nothing.
 *
 * @param at when the record came into its topic
 * @param offsets one of these must hold the record
 * @param host glob over the host of the page
 * @param ids of pages or articles, or URLs
 * @param reason of the stage that dropped the page or made a dead letter of it
 * @param version that a stage had when it worked on the page last
 * @param sample so many, picked all over the selection, the same each time; 0 for all
 * @param limit so many at most, those that came first; 0 for all
 */
public record Selection(
        TimeRange at,
        List<OffsetRange> offsets,
        @Nullable String host,
        Set<String> ids,
        @Nullable String reason,
        @Nullable VersionCondition version,
        int sample,
        int limit) {
    public static final Selection ALL = new Selection(TimeRange.ALL, List.of(), null, Set.of(), null, null, 0, 0);

    public Selection {
        offsets = List.copyOf(offsets);
        ids = Set.copyOf(ids);
        if (sample < 0 || limit < 0) throw new IllegalArgumentException("a number of records below zero");
        if (sample > 0 && limit > 0) throw new IllegalArgumentException("both a sample and a limit");
    }

    /** True if it can only be told from the ledger what belongs to it. */
    boolean asksTheLedger() {
        return reason != null || version != null;
    }
}
