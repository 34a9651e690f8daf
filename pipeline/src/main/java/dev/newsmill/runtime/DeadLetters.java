package dev.newsmill.runtime;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters: the record as it came, with headers that say why, named as KIP-1191 names them. A record that comes
 * back from the dead letters and fails again keeps its first coordinates and counts its attempts.
 */
public final class DeadLetters {
    static final String PREFIX = "__dlq.errors.";
    static final String TOPIC = PREFIX + "topic";
    static final String PARTITION = PREFIX + "partition";
    static final String OFFSET = PREFIX + "offset";
    static final String GROUP = PREFIX + "group";
    static final String ATTEMPTS = PREFIX + "delivery.count";
    static final String MESSAGE = PREFIX + "message";
    static final String EXCEPTION = PREFIX + "exception.class";
    static final String STACK = PREFIX + "exception.stacktrace";
    static final String EVENT = PREFIX + "event";

    private static final int STACK_CHARS = 4096;
    private static final int MESSAGE_CHARS = 1000;
    private static final int HEADER_BYTES = 4096;
    private static final int HEADERS_BYTES = 256 << 10;
    private static final int KEY_BYTES = 1024;
    private static final int PLACE_CHARS = 4000;

    private DeadLetters() {}

    /**
     * The dead letter of a record of a topic. What is too large to be sent again is left out, the value first: the
     * headers say where the record is.
     */
    static ProducerRecord<byte[], byte[]> of(
            String topic, String group, String event, ConsumerRecord<byte[], byte[]> record, Throwable error) {
        Headers headers = copy(record.headers());
        addPlace(headers, record);
        addCause(headers, event, group, error);
        byte[] key = record.key() != null && record.key().length > KEY_BYTES ? null : record.key();
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, null, key, record.value(), headers);
        return RecordSize.fits(letter) ? letter : new ProducerRecord<>(topic, null, key, null, headers);
    }

    /** The record's headers; without the large ones if they are too many bytes together. */
    private static Headers copy(Headers headers) {
        Headers copy = new RecordHeaders(headers);
        if (RecordSize.of(copy) <= HEADERS_BYTES) return copy;
        Headers small = new RecordHeaders();
        for (Header header : headers) {
            boolean fits = header.value() == null || header.value().length <= HEADER_BYTES;
            if (fits && RecordSize.of(small) < HEADERS_BYTES) small.add(header);
        }
        return small;
    }

    /** Where the record is. One that failed before, and came back, keeps the place where it was first. */
    private static void addPlace(Headers headers, ConsumerRecord<byte[], byte[]> record) {
        if (HeaderText.get(headers, TOPIC) != null
                && HeaderText.get(headers, PARTITION) != null
                && HeaderText.get(headers, OFFSET) != null) return;
        HeaderText.set(headers, TOPIC, record.topic());
        HeaderText.set(headers, PARTITION, Integer.toString(record.partition()));
        HeaderText.set(headers, OFFSET, Long.toString(record.offset()));
    }

    /** The dead letter of something that never was in a topic, such as a file that cannot be read. */
    static ProducerRecord<byte[], byte[]> ofPlace(
            String topic, String group, String event, String place, Throwable error) {
        String where = cut(place, PLACE_CHARS);
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, MessageCodec.bytes(where), null);
        addCause(letter.headers(), event, group, error);
        HeaderText.set(letter.headers(), HeaderNames.SUBJECT, where);
        return letter;
    }

    /** The innermost cause that says something: wrappers tell a reader nothing. A malformed record is a cause itself. */
    static Throwable rootCause(Throwable error) {
        Throwable cause = error;
        for (int depth = 0; depth < 20; depth++) {
            Throwable next = cause.getCause();
            if (next == null || next == cause || cause instanceof MalformedRecordException) break;
            cause = next;
        }
        return cause;
    }

    /** At most {@code limit} characters of the text and a sign that there were more; no half of a surrogate pair. */
    static String cut(@Nullable String text, int limit) {
        if (text == null) return "";
        if (text.length() <= limit) return text;
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + "…";
    }

    private static void addCause(Headers headers, String event, String group, Throwable error) {
        Throwable root = rootCause(error);
        HeaderText.set(headers, EVENT, event);
        HeaderText.set(headers, GROUP, group);
        HeaderText.set(headers, ATTEMPTS, Integer.toString(attempts(headers) + 1));
        HeaderText.set(headers, MESSAGE, cut(error.getMessage(), MESSAGE_CHARS));
        HeaderText.set(headers, EXCEPTION, root.getClass().getName());
        HeaderText.set(headers, STACK, cut(stack(root), STACK_CHARS));
    }

    /** How often the record has failed; 0 if it never did. */
    static int attempts(Headers headers) {
        String text = HeaderText.get(headers, ATTEMPTS);
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static String stack(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
