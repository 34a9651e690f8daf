package dev.newsmill.app.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.newsmill.message.Origin;
import dev.newsmill.runtime.LetterClosing;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record that a stage could not process, as it lies in the dead letters.
 *
 * @param at coordinates of the dead letter
 * @param record coordinates of the record that failed; null for something that never was in a topic
 * @param attempts how often it failed, up to this letter
 * @param error class of the error
 * @param seen when this letter was written
 * @param bytes size of the value
 * @param excerpt the beginning of the value, as text
 * @param closed what was done with it; null as long as it is open
 * @param note why it was discarded; null where it was not
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DeadLetter(
        String at,
        String stage,
        @Nullable String record,
        String id,
        @Nullable String url,
        int attempts,
        String error,
        String message,
        Instant seen,
        long bytes,
        SortedMap<String, String> headers,
        String excerpt,
        LetterClosing.@Nullable Way closed,
        @Nullable String note) {
    private static final String PREFIX = "__dlq.errors.";

    DeadLetter {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** The letter that these headers belong to. */
    static DeadLetter of(
            String at,
            String stage,
            String key,
            SortedMap<String, String> headers,
            Instant seen,
            long bytes,
            String excerpt) {
        return new DeadLetter(
                at,
                stage,
                record(headers),
                key,
                headers.get("ce_subject"),
                number(headers.get(PREFIX + "delivery.count")),
                headers.getOrDefault(PREFIX + "exception.class", "unknown error"),
                headers.getOrDefault(PREFIX + "message", ""),
                seen,
                bytes,
                headers,
                excerpt,
                null,
                null);
    }

    DeadLetter closed(@Nullable LetterClosing closing) {
        return closing == null
                ? this
                : new DeadLetter(
                        at,
                        stage,
                        record,
                        id,
                        url,
                        attempts,
                        error,
                        message,
                        seen,
                        bytes,
                        headers,
                        excerpt,
                        closing.way(),
                        closing.note());
    }

    @JsonIgnore
    boolean isOpen() {
        return closed == null;
    }

    @JsonIgnore
    Origin origin() {
        return Origin.parse(at);
    }

    /** Its coordinates as people type them: {@code clean-0@3}. */
    @JsonIgnore
    String name() {
        return stage + at.substring(at.lastIndexOf('-'));
    }

    /** The error's class without its package. */
    @JsonIgnore
    String reason() {
        return error.substring(error.lastIndexOf('.') + 1);
    }

    @JsonIgnore
    String host() {
        if (url == null) return "–";
        try {
            String host = URI.create(url.strip()).getHost();
            return host == null ? "–" : host;
        } catch (IllegalArgumentException e) {
            return "–";
        }
    }

    /** Where the program was when it failed; empty where nobody knows. */
    @JsonIgnore
    String stack() {
        return headers.getOrDefault(PREFIX + "exception.stacktrace", "");
    }

    /**
     * True if a person may mean this letter.
     *
     * @param wanted coordinates of the letter or of its record, with or without the prefix of topics; URL; the beginning
     *     of the id
     */
    boolean isMeantBy(String wanted, String topicPrefix) {
        return isAt(at, wanted, "dlq." + topicPrefix)
                || (record != null && isAt(record, wanted, topicPrefix))
                || wanted.equals(url)
                || (wanted.length() >= 4 && id.startsWith(wanted));
    }

    /** True if it is about the same record as another letter. */
    boolean isOfSameRecord(DeadLetter other) {
        return stage.equals(other.stage) && (record == null ? at.equals(other.at) : record.equals(other.record));
    }

    private static boolean isAt(String coordinates, String wanted, String prefix) {
        return coordinates.equals(wanted) || coordinates.equals(prefix + wanted);
    }

    private static @Nullable String record(SortedMap<String, String> headers) {
        String topic = headers.get(PREFIX + "topic");
        if (topic == null) return null;
        try {
            return Origin.parse(topic + "-" + headers.get(PREFIX + "partition") + "@" + headers.get(PREFIX + "offset"))
                    .toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }
}
