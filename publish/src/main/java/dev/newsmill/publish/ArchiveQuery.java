package dev.newsmill.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which articles to find in the archive; a null asks for nothing.
 *
 * @param text words, "phrases", and either with a minus before it to rule it out; any text will do
 * @param host glob over the host of the page: {@code *.example.org}
 * @param language BCP 47 tag; {@code en} finds {@code en-GB} too
 * @param since inclusive; the date of an article is its {@code datePublished}, else when it was fetched
 * @param until exclusive
 * @param changedSince inclusive: only articles that had a revision since, beyond their first
 * @param limit most rows wanted, 1 to 1000
 */
public record ArchiveQuery(
        @Nullable String text,
        @Nullable String host,
        @Nullable String language,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Instant changedSince,
        int limit) {
    private static final int MOST = 1000;

    public ArchiveQuery {
        if (limit < 1 || limit > MOST) throw new IllegalArgumentException("limit " + limit + " is not in 1.." + MOST);
    }

    /** Whenever they changed. */
    public ArchiveQuery(
            @Nullable String text,
            @Nullable String host,
            @Nullable String language,
            @Nullable Instant since,
            @Nullable Instant until,
            int limit) {
        this(text, host, language, since, until, null, limit);
    }

    /** The best twenty for a text. */
    public static ArchiveQuery of(String text) {
        return new ArchiveQuery(text, null, null, null, null, 20);
    }
}
