package dev.newsmill.app.replay;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Origin;
import dev.newsmill.runtime.Arrival;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the stages make of a record now.
 *
 * @param at coordinates of the record
 * @param arrival what was read; null where it could not be read
 * @param versions of all stages that made it
 * @param article null where a stage dropped it, or failed
 * @param refusal who gives no article, and why; null where there is one
 * @param workedMillis in the stages' functions
 */
public record Trial(
        Origin at,
        @Nullable Arrival<?> arrival,
        SortedMap<String, String> versions,
        @Nullable EnrichedArticle article,
        @Nullable Refusal refusal,
        double workedMillis) {

    /**
     * No article.
     *
     * @param reason why the stage dropped it, or the class of its error
     * @param failed true for an error
     */
    record Refusal(String stage, String reason, @Nullable String detail, boolean failed) {
        @Override
        public String toString() {
            return stage + ": " + reason;
        }
    }
}
