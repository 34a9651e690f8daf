package dev.newsmill.publish;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.stage.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What the stages made of a page.
 *
 * @param article null where a stage dropped it
 * @param pageId id of the page that it comes from
 */
public record Result(@Nullable EnrichedArticle article, Provenance from, String pageId) {

    /** Why an archive would not take it at all, such as a bad id; null if it would. */
    public @Nullable String refusal() {
        if (article == null) return null;
        try {
            new Candidate(0, article, Position.of(from));
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
