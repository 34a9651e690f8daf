package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.message.Page;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
    private static final String PAGES = Topics.DEFAULT.pages();
    private static final String LETTERS = Topics.DEFAULT.deadLetters("clean");

    @Test
    void goesBackAsItWasUnderAnIdFromTheLettersCoordinates() {
        ConsumerRecord<byte[], byte[]> page = Samples.pageRecord("harbour", 2, 41);
        ProducerRecord<byte[], byte[]> back = letter(page, 7).putBack(PAGES, LetterEdit.NONE);
        assertThat(back.topic()).isEqualTo(PAGES);
        assertThat(back.key()).isEqualTo(page.key());
        assertThat(back.value()).isEqualTo(page.value());
        assertThat(text(back, "ce_id")).isEqualTo("dead-letters/clean/0@7");
        assertThat(text(back, "ce_source")).isEqualTo("newsmill/dead-letters");
        assertThat(text(back, "newsmill-letter")).isEqualTo(LETTERS + "-0@7");
        assertThat(text(back, "ce_subject")).isEqualTo(Samples.url("harbour"));
    }

    @Test
    void aStageReadsTheSamePageAgain() {
        ProducerRecord<byte[], byte[]> back =
                letter(Samples.pageRecord("harbour", 2, 41), 7).putBack(PAGES, LetterEdit.NONE);
        assertThat(new MessageCodec()
                        .decode(Samples.received(back, 2, 99), Page.class)
                        .value())
                .isEqualTo(Samples.page("harbour"));
    }

    @Test
    void leavesTheCauseBehindAndKeepsThePlace() {
        Headers back = letter(Samples.pageRecord("harbour", 2, 41), 7)
                .putBack(PAGES, LetterEdit.NONE)
                .headers();
        assertThat(back.toArray())
                .extracting(Header::key)
                .filteredOn(name -> name.startsWith("__dlq."))
                .containsExactlyInAnyOrder(
                        "__dlq.errors.topic",
                        "__dlq.errors.partition",
                        "__dlq.errors.offset",
                        "__dlq.errors.delivery.count");
    }

    @Test
    void keepsItsIdentityAndItsSizeHoweverOftenItFails() {
        Letter first = letter(Samples.pageRecord("harbour", 2, 41), 7);
        Letter later = again(first, 8);
        int headers = headers(later).size();
        for (int offset = 9; offset < 30; offset++) later = again(later, offset);
        assertThat(later.attempts()).isEqualTo(23);
        assertThat(later.origin()).isEqualTo(PAGES + "-2@41");
        assertThat(headers(later)).hasSize(headers);
    }

    @Test
    void takesTheOriginOfItsPageFromTheRecord() {
        ConsumerRecord<byte[], byte[]> article = Samples.pageRecord("harbour", 0, 3);
        article.headers().add("newsmill-origin", bytes("newsmill.pages-1@5"));
        assertThat(letter(article, 7).origin()).isEqualTo("newsmill.pages-1@5");
    }

    @Test
    void aRecordFromNowhereHasNoOrigin() {
        Letter letter = new Letter("clean", Samples.pageRecord("harbour", 0, 3));
        assertThat(letter.origin()).isNull();
        assertThat(letter.attempts()).isEqualTo(1);
    }

    @Test
    void goesBackWithAnotherValue() {
        Letter letter = letter(Samples.pageRecord("harbour", 2, 41), 7);
        ProducerRecord<byte[], byte[]> back = letter.putBack(PAGES, LetterEdit.NONE.withValue(bytes("new")));
        assertThat(back.value()).isEqualTo(bytes("new"));
    }

    @Test
    void aValueThatIsTooLargeIsRefused() {
        Letter letter = letter(Samples.pageRecord("harbour", 2, 41), 7);
        LetterEdit edit = LetterEdit.NONE.withValue(new byte[KafkaSettings.MAX_RECORD_BYTES]);
        assertThatThrownBy(() -> letter.putBack(PAGES, edit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(LETTERS + "-0@7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=utf-99 | text/html; charset=cp1251",
                "text/html;charset=\"utf-99\"; x=1 | text/html; x=1; charset=cp1251",
                "text/html | text/html; charset=cp1251",
                " | text/html; charset=cp1251",
            })
    void setsTheCharsetOfTheContentType(@Nullable String before, String after) {
        ConsumerRecord<byte[], byte[]> page = Samples.pageRecord("harbour", 2, 41);
        page.headers().remove("content-type");
        if (before != null) page.headers().add("content-type", bytes(before));
        LetterEdit edit = LetterEdit.of(Map.of("charset", "cp1251"));
        assertThat(text(letter(page, 7).putBack(PAGES, edit), "content-type")).isEqualTo(after);
    }

    @Test
    void setsAndTakesAwayHeaders() {
        LetterEdit edit = LetterEdit.of(Map.of("ce_time", "2026-01-01T00:00:00Z", "content-type", ""));
        ProducerRecord<byte[], byte[]> back =
                letter(Samples.pageRecord("harbour", 2, 41), 7).putBack(PAGES, edit);
        assertThat(text(back, "ce_time")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(back.headers().lastHeader("content-type")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id",
                "ce_source",
                "newsmill-letter",
                "newsmill-closed",
                "__dlq.errors.offset",
                "",
                "a b",
                "a\n",
                "é"
            })
    void theBooksOwnHeadersAndWhatIsNoNameAreNotToBeSet(String name) {
        assertThatThrownBy(() -> LetterEdit.of(Map.of(name, "x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "utf 8", "x\r\nset-cookie: a", "a;b"})
    void whatIsNoNameOfACharsetIsRefused(String charset) {
        assertThatThrownBy(() -> LetterEdit.of(Map.of("charset", charset)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("charset");
    }

    private static Letter again(Letter letter, int offset) {
        ProducerRecord<byte[], byte[]> back = letter.putBack(PAGES, LetterEdit.NONE);
        return letter(Samples.received(back, 3, 1000 + offset), offset);
    }

    private static Letter letter(ConsumerRecord<byte[], byte[]> record, int offset) {
        ProducerRecord<byte[], byte[]> letter = DeadLetters.of(
                LETTERS, "newsmill.clean", "clean/2@41", record, new IllegalStateException("no such charset"));
        return new Letter("clean", Samples.received(letter, 0, offset));
    }

    private static Map<String, Integer> headers(Letter letter) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Header header : letter.record().headers()) counts.merge(header.key(), 1, Integer::sum);
        assertThat(counts.values()).containsOnly(1);
        return counts;
    }

    private static @Nullable String text(ProducerRecord<byte[], byte[]> record, String name) {
        return HeaderText.get(record.headers(), name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
