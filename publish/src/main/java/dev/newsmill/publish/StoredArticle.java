package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Publication;

/** A revision with its article. */
public record StoredArticle(Revision revision, EnrichedArticle article) {

    /** As outlets got it. */
    public Publication publication() {
        return new Publication(
                revision.articleId(),
                revision.number(),
                revision.change(),
                revision.changed(),
                revision.edits(),
                article);
    }
}
