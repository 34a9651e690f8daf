package dev.newsmill.runtime;

import dev.newsmill.message.Origin;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it lies in its topic.
 *
 * @param stage the one that could not process it
 */
public record Letter(String stage, ConsumerRecord<byte[], byte[]> record) {
    /** What says why it failed, and not what it is: the next failure says it anew. */
    private static final Set<String> CAUSE =
            Set.of(DeadLetters.EVENT, DeadLetters.GROUP, DeadLetters.MESSAGE, DeadLetters.EXCEPTION, DeadLetters.STACK);

    private static final Set<String> OWN =
            Set.of(HeaderNames.ID, HeaderNames.SOURCE, HeaderNames.LETTER, HeaderNames.CLOSED, HeaderNames.NOTE);

    /** True for the headers by which the books know a record. */
    static boolean isOwn(String header) {
        return OWN.contains(header) || header.startsWith(DeadLetters.PREFIX);
    }

    public Origin at() {
        return new Origin(record.topic(), record.partition(), record.offset());
    }

    /** How often the record failed, this letter among them. */
    public int attempts() {
        return Math.max(1, DeadLetters.attempts(record.headers()));
    }

    /** The CloudEvents id of its record when it is back: from the letter's coordinates, so the same on every try. */
    String event() {
        return LetterDesk.STAGE + "/" + stage + "/" + record.partition() + "@" + record.offset();
    }

    @Nullable
    String url() {
        return HeaderText.get(record.headers(), HeaderNames.SUBJECT);
    }

    /** Coordinates of the page that it comes from: the record itself, if that was a page. */
    @Nullable
    String origin() {
        String page = HeaderText.get(record.headers(), HeaderNames.ORIGIN);
        String topic = HeaderText.get(record.headers(), DeadLetters.TOPIC);
        if (page != null || topic == null) return page;
        return topic + "-" + HeaderText.get(record.headers(), DeadLetters.PARTITION) + "@"
                + HeaderText.get(record.headers(), DeadLetters.OFFSET);
    }

    /**
     * The record as it goes back into {@code topic}. It keeps the place where it was first and the count of its attempts,
     * so that its next letter is known for the same record's.
     *
     * @throws IllegalArgumentException if the edit makes it too large
     */
    ProducerRecord<byte[], byte[]> putBack(String topic, LetterEdit edit) {
        Headers headers = new RecordHeaders(record.headers());
        CAUSE.forEach(headers::remove);
        edit.apply(headers);
        HeaderText.set(headers, HeaderNames.ID, event());
        HeaderText.set(headers, HeaderNames.SOURCE, "newsmill/" + LetterDesk.STAGE);
        HeaderText.set(headers, HeaderNames.LETTER, at().toString());
        byte[] value = edit.value() == null ? record.value() : edit.value();
        ProducerRecord<byte[], byte[]> back = new ProducerRecord<>(topic, null, record.key(), value, headers);
        if (RecordSize.fits(back)) return back;
        throw new IllegalArgumentException(
                "the record has " + RecordSize.of(back) + " bytes, the limit is " + RecordSize.LIMIT + ": " + at());
    }
}
