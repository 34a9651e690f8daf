package dev.newsmill.app.replay;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record's trial means for the archive.
 *
 * @param at coordinates of the record
 * @param id of the article, or of the page where there is none
 * @param changed names of the fields that differ
 * @param revision number of the current revision; 0 where there is none
 * @param before the article of that revision, where there is a difference
 * @param after what it would be, where there is a difference
 * @param why who dropped it or failed, or what it is as new as; null where nothing needs a reason
 * @param digest of the article that came out, see {@link Trial#digest}; null where none did
 * @param isDifference true if what the archive says would not be what the build says
 */
record Verdict(
        Origin at,
        Kind kind,
        String id,
        @Nullable String url,
        List<String> changed,
        int revision,
        @Nullable EnrichedArticle before,
        @Nullable EnrichedArticle after,
        @Nullable String why,
        @Nullable String digest,
        boolean isDifference) {

    /** The words of a report. Each record is one of them. */
    enum Kind {
        /** Says what the archive says. */
        same,
        /** Would be a new revision. */
        changed,
        /** Would be a new article. */
        accepted,
        /** Has an article, and would get none now. The article stays. */
        dropped,
        /** A stage fails on it. */
        failed,
        /** A later page or run of the same article is in the archive. */
        stale
    }

    Verdict {
        changed = List.copyOf(changed);
    }

    /** True if a replay publishes it. */
    boolean publishes() {
        return kind == Kind.changed || kind == Kind.accepted;
    }
}
