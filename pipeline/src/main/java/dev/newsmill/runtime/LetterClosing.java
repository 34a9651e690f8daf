package dev.newsmill.runtime;

import dev.newsmill.message.Origin;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * How a dead letter ended: a record without a value that stands behind it in its own topic, so that this topic alone
 * says which letters are open, for as long as it keeps them.
 *
 * @param note why it was discarded; null where it was retried
 */
public record LetterClosing(
        Origin letter, Way way, @Nullable String note) {

    /** What was done with a letter. */
    public enum Way {
        /** Its record is back in the input of its stage. */
        retried,
        discarded
    }

    /** The closing that a record of a dead letter topic is; null if it is none, but a letter. */
    public static @Nullable LetterClosing of(ConsumerRecord<byte[], byte[]> record) {
        String way = HeaderText.get(record.headers(), HeaderNames.CLOSED);
        String letter = HeaderText.get(record.headers(), HeaderNames.LETTER);
        boolean isLetter = record.headers().lastHeader(DeadLetters.EVENT) != null;
        if (isLetter || way == null || letter == null) return null;
        try {
            return new LetterClosing(
                    Origin.parse(letter), Way.valueOf(way), HeaderText.get(record.headers(), HeaderNames.NOTE));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    ProducerRecord<byte[], byte[]> record() {
        byte[] key = letter.toString().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(letter.topic(), letter.partition(), key, null);
        HeaderText.set(record.headers(), HeaderNames.LETTER, letter.toString());
        HeaderText.set(record.headers(), HeaderNames.CLOSED, way.name());
        HeaderText.set(record.headers(), HeaderNames.NOTE, note);
        return record;
    }
}
