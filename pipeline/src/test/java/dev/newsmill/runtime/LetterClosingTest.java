package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Origin;
import dev.newsmill.runtime.LetterClosing.Way;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterClosingTest {
    private static final Origin LETTER = new Origin(Topics.DEFAULT.deadLetters("clean"), 0, 7);

    @Test
    void standsInTheTopicAndThePartitionOfItsLetterWithoutAValue() {
        ProducerRecord<byte[], byte[]> record = new LetterClosing(LETTER, Way.discarded, "spam").record();
        assertThat(record.topic()).isEqualTo(LETTER.topic());
        assertThat(record.partition()).isZero();
        assertThat(record.value()).isNull();
    }

    @Test
    void isReadAsItWasWritten() {
        for (LetterClosing closing : new LetterClosing[] {
            new LetterClosing(LETTER, Way.discarded, "spam"), new LetterClosing(LETTER, Way.retried, null)
        }) {
            assertThat(LetterClosing.of(Samples.received(closing.record(), 0, 8)))
                    .isEqualTo(closing);
        }
    }

    @Test
    void aLetterIsNoneEvenIfItsRecordBroughtTheHeadersOfOne() {
        ConsumerRecord<byte[], byte[]> page = Samples.pageRecord("spoof", 0, 3);
        add(page, "newsmill-letter", LETTER.toString());
        add(page, "newsmill-closed", "discarded");
        ProducerRecord<byte[], byte[]> letter =
                DeadLetters.of(LETTER.topic(), "newsmill.clean", "clean/0@3", page, new IllegalStateException());
        assertThat(LetterClosing.of(Samples.received(letter, 0, 8))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"nonsense,retried", "dlq.newsmill.clean-0@7,burnt", "dlq.newsmill.clean-0@x,discarded"})
    void whatMakesNoSenseIsNone(String letter, String way) {
        ConsumerRecord<byte[], byte[]> record = Samples.pageRecord("odd", 0, 3);
        add(record, "newsmill-letter", letter);
        add(record, "newsmill-closed", way);
        assertThat(LetterClosing.of(record)).isNull();
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, String name, String text) {
        record.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
