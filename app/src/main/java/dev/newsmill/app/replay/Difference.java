package dev.newsmill.app.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.publish.ArticleDiff;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A record of which the build says something else than the archive.
 *
 * @param record coordinates of it
 * @param revision the current one; 0 for none
 * @param words how many were removed or added
 * @param causes see {@link Causes}
 * @param why who dropped it or failed; null for an article
 * @param digest see {@link Trial#digest}
 * @param diff by fields; null where there is only one side
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(
        String record,
        Verdict.Kind outcome,
        String id,
        @Nullable String url,
        @Nullable String headline,
        int revision,
        List<String> changed,
        int words,
        SortedSet<String> causes,
        @Nullable String why,
        @Nullable String digest,
        @Nullable ArticleDiff diff) {

    static Difference of(Verdict verdict) {
        EnrichedArticle before = verdict.before();
        EnrichedArticle after = verdict.after();
        ArticleDiff diff = before == null || after == null ? null : ArticleDiff.between(before, after);
        EnrichedArticle known = after == null ? before : after;
        return new Difference(
                verdict.at().toString(),
                verdict.kind(),
                verdict.id(),
                verdict.url(),
                known == null ? null : known.article().headline(),
                verdict.revision(),
                verdict.changed(),
                diff == null ? words(known) : diff.words(),
                Causes.of(verdict),
                verdict.publishes() ? null : verdict.why(),
                verdict.digest(),
                diff);
    }

    Difference withoutDiff() {
        return new Difference(record, outcome, id, url, headline, revision, changed, words, causes, why, digest, null);
    }

    private static int words(@Nullable EnrichedArticle enriched) {
        if (enriched == null) return 0;
        Article article = enriched.article();
        return article.facts().getOrDefault("words", 0L).intValue();
    }
}
