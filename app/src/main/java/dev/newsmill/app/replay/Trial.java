package dev.newsmill.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import dev.newsmill.message.Origin;
import dev.newsmill.runtime.Arrival;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    private static final int DIGEST_BYTES = 16;

    /**
     * The first 128 bits of SHA-256 over the article as it would be written, in hex: the same for two builds only if
     * their outputs are the same to the byte, evidence included. Null where there is no article.
     */
    @Nullable
    String digest() {
        if (article == null) return null;
        try {
            byte[] json = Json.shared().writeValueAsBytes(article);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // it was read from JSON, and every JDK has SHA-256
        }
    }

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
