package dev.newsmill.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record in one stage. A value of topic {@code ledger}, written in the transaction that writes the
 * output, so there is exactly one for each record that a stage took.
 *
 * @param id id of the output where there is one, else of the input
 * @param page id of the page that it all comes from: the ledger's key
 * @param event the CloudEvents id of the output (emitted) or of the input (dropped, dead-lettered)
 * @param reason why it was dropped; for a dead letter the class of the error
 * @param detail the measured value and the limit, or the error's message
 * @param input coordinates of the input, {@code topic-partition@offset}; for ingest the place of the page, such as a path
 * @param origin coordinates of the page that it comes from; null where that is not known, as in ingest
 * @param replay id of the replay; null for live records
 * @param version the stage's version
 * @param at when the stage answered
 * @param waitedMillis from the input's arrival in its topic to the stage's start on it; null for ingest
 * @param workedMillis in the stage's function
 * @param bytes size of the input
 * @param facts see {@link Message#facts}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Receipt(
        String id,
        String page,
        @Nullable String url,
        @Nullable String host,
        String stage,
        Result outcome,
        @Nullable String event,
        @Nullable String reason,
        @Nullable String detail,
        String input,
        @Nullable String origin,
        @Nullable String replay,
        String version,
        Instant at,
        @Nullable Double waitedMillis,
        double workedMillis,
        long bytes,
        SortedMap<String, Long> facts) {

    /** The three answers of a stage. */
    public enum Result {
        emitted,
        dropped,
        dead
    }

    public Receipt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(at, "at");
        facts = Copies.of(facts);
    }
}
