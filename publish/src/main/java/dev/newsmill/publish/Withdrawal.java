package dev.newsmill.publish;

import dev.newsmill.message.Origin;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An article that was taken down.
 *
 * @param revision the last one that it had
 * @param liftedAt since when it may come back; null as long as it may not
 * @param ids of the article and of the pages that it came from
 * @param pages coordinates of the pages that the archive got results from
 */
public record Withdrawal(
        String articleId,
        int revision,
        Instant at,
        String reason,
        @Nullable Instant liftedAt,
        Set<String> ids,
        SortedSet<Origin> pages) {
    public Withdrawal {
        ids = Set.copyOf(ids);
        pages = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(pages));
    }

    /** True as long as the article may not come back. */
    public boolean stands() {
        return liftedAt == null;
    }
}
