package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Publication.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result beside the current revision.
 *
 * @param change {@code NEW}, {@code UPDATED}, {@code UNCHANGED} or {@code STALE}, as a publisher would decide; {@code
 *     WITHDRAWN} for a page that has an article and would not get one any more
 * @param changed names of the fields that differ
 * @param revision number of the current revision; 0 where there is none
 * @param current its article; null where there is none
 * @param detail why it makes no revision; null where it does
 */
public record Comparison(
        Change change,
        List<String> changed,
        int revision,
        @Nullable EnrichedArticle current,
        @Nullable String detail) {
    public Comparison {
        changed = List.copyOf(changed);
    }

    static Comparison of(@Nullable Current current, Result result) {
        EnrichedArticle article = result.article();
        if (article == null) return ofDropped(current, result);
        Decision decision = Decision.on(current, new Candidate(0, article, Position.of(result.from())));
        return with(decision.change(), decision.changed(), current, decision.detail());
    }

    /** The article was taken down, and stays so whatever the stages make of its page. */
    static Comparison ofBarred(@Nullable Current current) {
        return with(Change.UNCHANGED, List.of(), current, "it was taken down");
    }

    private static Comparison ofDropped(@Nullable Current current, Result result) {
        if (current == null || current.content() == null)
            return with(Change.UNCHANGED, List.of(), null, "no article, as before");
        Position position = Position.of(result.from());
        return position.compareTo(current.position()) <= 0
                ? with(Change.STALE, List.of(), current, position.olderThan(current.position()))
                : with(Change.WITHDRAWN, List.of(), current, null);
    }

    private static Comparison with(
            Change change, List<String> changed, @Nullable Current current, @Nullable String detail) {
        boolean differs = change == Change.UPDATED || change == Change.WITHDRAWN;
        Content content = current == null ? null : current.content();
        EnrichedArticle article = content != null && differs ? content.article() : null;
        return new Comparison(change, changed, current == null ? 0 : current.revision(), article, detail);
    }
}
