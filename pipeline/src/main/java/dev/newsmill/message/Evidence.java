package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a field has its value.
 *
 * @param source the kind of place or the rule that won: {@code json-ld}, {@code meta}, {@code byline} …
 * @param path where in the page: a CSS path, a JSON path or {@code line 3}; null where the whole page speaks
 * @param raw the value as found, before it was normalised, cut to a few hundred characters
 * @param losers the other candidates, best first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Evidence(
        String source, @Nullable String path, @Nullable String raw, List<Candidate> losers) {

    public Evidence {
        Objects.requireNonNull(source, "source");
        losers = Copies.of(losers);
    }

    /** A value that was considered and not taken. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Candidate(
            String source, @Nullable String path, @Nullable String raw) {
        public Candidate {
            Objects.requireNonNull(source, "source");
        }
    }
}
