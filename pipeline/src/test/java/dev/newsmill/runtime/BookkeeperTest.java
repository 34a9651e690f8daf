package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.message.Article;
import dev.newsmill.message.Page;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Receipt;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookkeeperTest {
    private final Bookkeeper books = Samples.books("clean");
    private final MessageCodec codec = new MessageCodec();
    private final ConsumerRecord<byte[], byte[]> record = Samples.pageRecord("a", 3, 42);

    @Test
    void anEmittedRecordHasItsOutputAndThenItsReceipt() {
        Settled settled = emit(record, Samples.article("a"));
        assertThat(settled.records())
                .extracting(ProducerRecord::topic)
                .containsExactly("newsmill.articles", "newsmill.ledger");
    }

    @Test
    void theReceiptSaysWhatBecameOfWhichRecord() {
        Receipt receipt = emit(record, Samples.article("a")).receipt();
        assertThat(receipt.outcome()).isEqualTo(Receipt.Result.emitted);
        assertThat(receipt.id()).isEqualTo("id-a");
        assertThat(receipt.page()).isEqualTo(PageId.of(Samples.url("a")));
        assertThat(receipt.input()).isEqualTo("newsmill.pages-3@42");
        assertThat(receipt.origin()).isEqualTo("newsmill.pages-3@42");
        assertThat(receipt.event()).isEqualTo("clean/3@42");
        assertThat(receipt.host()).isEqualTo("example.org");
        assertThat(receipt.waitedMillis()).isEqualTo(1000);
        assertThat(receipt.workedMillis()).isEqualTo(1.235);
        assertThat(receipt.bytes()).isEqualTo(record.value().length);
        assertThat(receipt.facts()).containsEntry("words", 3L);
    }

    @Test
    void theLedgerIsKeyedByPage() {
        ProducerRecord<byte[], byte[]> entry =
                emit(record, Samples.article("a")).records().get(1);
        assertThat(Samples.key(entry)).isEqualTo(PageId.of(Samples.url("a")));
        assertThat(Samples.receipt(entry).id()).isEqualTo("id-a");
    }

    @Test
    void theSameRecordHasTheSameEventOnEachTry() {
        assertThat(emit(record, Samples.article("a")).receipt().event())
                .isEqualTo(emit(record, Samples.article("other")).receipt().event());
    }

    @Test
    void anOutputThatIsTooLargeIsADeadLetterOfItsInput() {
        Article large = Article.ofText("id", Samples.url("a"), "x".repeat(RecordSize.LIMIT), null);
        Settled settled = emit(record, large);
        assertThat(settled.receipt().outcome()).isEqualTo(Receipt.Result.dead);
        assertThat(settled.receipt().reason()).isEqualTo("RecordTooLargeException");
        assertThat(settled.records().get(0).topic()).isEqualTo("dlq.newsmill.clean");
        assertThat(settled.records().get(0).value()).isEqualTo(record.value());
    }

    @Test
    void headersCountForTheSizeOfAnOutput() {
        ConsumerRecord<byte[], byte[]> input =
                with(record, HeaderNames.SUBJECT, "https://a.example/" + "x".repeat(RecordSize.LIMIT));
        Settled settled = emit(input, Samples.article("a"));
        assertThat(settled.receipt().outcome()).isEqualTo(Receipt.Result.dead);
        assertThat(settled.records()).allMatch(RecordSize::fits);
    }

    @Test
    void anInputThatIsTooLargeToSendAgainIsLeftOutOfItsDeadLetter() {
        ConsumerRecord<byte[], byte[]> large = withValue(record, new byte[RecordSize.LIMIT + 1]);
        ProducerRecord<byte[], byte[]> letter =
                fail(large, new IllegalStateException("bad")).records().get(0);
        assertThat(letter.value()).isNull();
        assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo("newsmill.pages");
        assertThat(header(letter, DeadLetters.PARTITION)).isEqualTo("3");
        assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("42");
    }

    @Test
    void hugeHeadersDoNotMakeADeadLetterThatCannotBeSent() {
        ConsumerRecord<byte[], byte[]> input = with(record, "http-x-huge", "h".repeat(RecordSize.LIMIT));
        ProducerRecord<byte[], byte[]> letter =
                fail(input, new IllegalStateException("bad")).records().get(0);
        assertThat(RecordSize.fits(letter)).isTrue();
        assertThat(letter.value()).isEqualTo(record.value());
        assertThat(header(letter, HeaderNames.SUBJECT)).isEqualTo(Samples.url("a"));
        assertThat(letter.headers().lastHeader("http-x-huge")).isNull();
    }

    @Test
    void manyHeadersDoNotMakeADeadLetterThatCannotBeSent() {
        for (int i = 0; i < 20_000; i++) record.headers().add("h" + i, new byte[1000]);
        assertThat(RecordSize.fits(
                        fail(record, new IllegalStateException("bad")).records().get(0)))
                .isTrue();
    }

    @Test
    void aHugeKeyDoesNotMakeADeadLetterThatCannotBeSent() {
        ConsumerRecord<byte[], byte[]> input = withKey(record, new byte[RecordSize.LIMIT]);
        assertThat(fail(input, new IllegalStateException("bad")).records()).allMatch(RecordSize::fits);
    }

    @Test
    void aDroppedRecordHasOnlyAReceipt() {
        Settled settled = books.settle(
                record, arrival(record), new Answer.Of<Article>(Outcome.drop("no-text", "0 words")), Samples.NOW, 1);
        assertThat(settled.records()).extracting(ProducerRecord::topic).containsExactly("newsmill.ledger");
        assertThat(settled.receipt().reason()).isEqualTo("no-text");
        assertThat(settled.receipt().detail()).isEqualTo("0 words");
        assertThat(settled.receipt().id()).isEqualTo(PageId.of(Samples.url("a")));
    }

    @Test
    void aDeadLetterSaysWhyInTheWordsOfKip1191() {
        Throwable error = new IllegalStateException("outer", new java.io.IOException("inner"));
        ProducerRecord<byte[], byte[]> letter = fail(record, error).records().get(0);
        assertThat(letter.key()).isEqualTo(record.key());
        assertThat(header(letter, "__dlq.errors.topic")).isEqualTo("newsmill.pages");
        assertThat(header(letter, "__dlq.errors.group")).isEqualTo("newsmill.clean");
        assertThat(header(letter, "__dlq.errors.delivery.count")).isEqualTo("1");
        assertThat(header(letter, "__dlq.errors.message")).isEqualTo("outer");
        assertThat(header(letter, "__dlq.errors.exception.class")).isEqualTo("java.io.IOException");
        assertThat(header(letter, "__dlq.errors.exception.stacktrace")).contains("inner", "BookkeeperTest");
        assertThat(header(letter, "__dlq.errors.event")).isEqualTo("clean/3@42");
        assertThat(header(letter, "ce_subject")).isEqualTo(Samples.url("a"));
    }

    @Test
    void aRecordThatComesBackCountsItsAttemptsAndItsHeadersDoNotGrow() {
        ConsumerRecord<byte[], byte[]> input = record;
        int headers = 0;
        for (int attempt = 1; attempt <= 12; attempt++) {
            ProducerRecord<byte[], byte[]> letter =
                    fail(input, new IllegalStateException("bad")).records().get(0);
            assertThat(header(letter, DeadLetters.ATTEMPTS)).isEqualTo(String.valueOf(attempt));
            assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("42");
            int count = letter.headers().toArray().length;
            if (attempt > 1) assertThat(count).isEqualTo(headers);
            headers = count;
            ProducerRecord<byte[], byte[]> retried =
                    new ProducerRecord<>("newsmill.pages", null, letter.key(), letter.value(), letter.headers());
            input = Samples.received(retried, 0, 100 + attempt);
        }
    }

    @ParameterizedTest
    @CsvSource({"abc", "-1", "99999999999999999999", "''"})
    void anAttemptCountThatIsNoNumberCountsAsNone(String count) {
        ProducerRecord<byte[], byte[]> letter = fail(
                        with(record, DeadLetters.ATTEMPTS, count), new IllegalStateException("bad"))
                .records()
                .get(0);
        assertThat(header(letter, DeadLetters.ATTEMPTS)).isEqualTo("1");
    }

    @Test
    void stacksAndMessagesAreCut() {
        ProducerRecord<byte[], byte[]> letter = fail(record, new IllegalStateException("m".repeat(100_000)))
                .records()
                .get(0);
        assertThat(header(letter, DeadLetters.STACK)).hasSizeLessThanOrEqualTo(4097);
        assertThat(header(letter, DeadLetters.MESSAGE)).hasSizeLessThanOrEqualTo(1001);
    }

    @Test
    void anErrorThatIsItsOwnCauseIsStillADeadLetter() {
        IllegalStateException first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        assertThat(fail(record, first).receipt().outcome()).isEqualTo(Receipt.Result.dead);
    }

    @Test
    void anErrorWithoutAMessageIsNamedByItsClass() {
        assertThat(fail(record, new NullPointerException()).receipt().reason()).isEqualTo("NullPointerException");
    }

    @Test
    void halfASurrogatePairPassesAsItIs() throws Exception {
        Article odd = Article.ofText("id", Samples.url("a"), "a\ud83dz", null);
        Settled settled = emit(record, odd);
        assertThat(settled.receipt().outcome()).isEqualTo(Receipt.Result.emitted);
        Article read = codec.decode(Samples.received(settled.records().get(0), 0, 0), Article.class)
                .value();
        assertThat(read.text()).isEqualTo(odd.text());
    }

    @Test
    void aMessageThatIsCutInsideAnEmojiIsStillWritten() {
        Receipt receipt =
                fail(record, new IllegalStateException("x".repeat(499) + "😀")).receipt();
        assertThat(receipt.detail()).isEqualTo("x".repeat(499) + "…");
    }

    @Test
    void aReceiptReadsAsItWasWrittenEvenWithoutKeyOrHeaders() {
        ConsumerRecord<byte[], byte[]> bare =
                Samples.received(new ProducerRecord<>("newsmill.pages", new byte[0], null), 0, 7);
        Settled settled = fail(bare, new MalformedRecordException("missing header ce_subject"));
        assertThat(Samples.receipt(settled.records().get(1))).isEqualTo(settled.receipt());
    }

    @Test
    void aRecordWithoutATimestampDidNotWaitForFiftyYears() {
        ConsumerRecord<byte[], byte[]> untimed =
                new ConsumerRecord<>("newsmill.pages", 0, 1, record.key(), record.value());
        assertThat(fail(untimed, new IllegalStateException("bad")).receipt().waitedMillis())
                .isNull();
    }

    @Test
    void aReplayIsPartOfTheEventAndOfTheReceipt() {
        Receipt receipt = emit(with(record, HeaderNames.REPLAY, "r7"), Samples.article("a"))
                .receipt();
        assertThat(receipt.event()).isEqualTo("clean/3@42/r7");
        assertThat(receipt.replay()).isEqualTo("r7");
    }

    @Test
    void aHugeUrlIsCutInTheReceipt() {
        Receipt receipt = fail(
                        with(record, HeaderNames.SUBJECT, "https://a.example/" + "x".repeat(1_000_000)),
                        new IllegalStateException())
                .receipt();
        assertThat(receipt.url()).hasSizeLessThan(5000);
    }

    @Test
    void withoutReceiptsOnlyTheOutputIsSent() {
        Bookkeeper quiet = new Bookkeeper("clean", "1.0", Topics.DEFAULT, "newsmill.articles", false, Samples.CLOCK);
        Settled settled = quiet.settle(
                record, arrival(record), new Answer.Of<>(Outcome.emit(Samples.article("a"))), Samples.NOW, 1);
        assertThat(settled.records()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://WWW.Example.org/a, www.example.org",
        "https://user@example.org:8080/, example.org",
        "file:///srv/a.html,",
        "/srv/a b.html,",
        "'',",
        "'https://[broken/',"
    })
    void theHostOfAUrl(String url, @Nullable String host) {
        assertThat(Bookkeeper.host(url)).isEqualTo(host);
    }

    private Settled emit(ConsumerRecord<byte[], byte[]> input, Article article) {
        return books.settle(input, arrival(input), new Answer.Of<>(Outcome.emit(article)), Samples.NOW, 1.23456);
    }

    private Settled fail(ConsumerRecord<byte[], byte[]> input, Throwable error) {
        return books.settle(input, null, new Answer.Failed<Article>(error), Instant.now(Samples.CLOCK), 0);
    }

    private Arrival<Page> arrival(ConsumerRecord<byte[], byte[]> input) {
        return codec.decode(input, Page.class);
    }

    private static @Nullable String header(ProducerRecord<byte[], byte[]> letter, String name) {
        Header[] all = Arrays.stream(letter.headers().toArray())
                .filter(h -> h.key().equals(name))
                .toArray(Header[]::new);
        assertThat(all).hasSize(1);
        return new String(all[0].value(), StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<byte[], byte[]> with(
            ConsumerRecord<byte[], byte[]> record, String name, String value) {
        HeaderText.set(record.headers(), name, value);
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> withValue(ConsumerRecord<byte[], byte[]> record, byte[] value) {
        return Samples.received(
                new ProducerRecord<>(record.topic(), null, record.key(), value, record.headers()),
                record.partition(),
                record.offset());
    }

    private static ConsumerRecord<byte[], byte[]> withKey(ConsumerRecord<byte[], byte[]> record, byte[] key) {
        return Samples.received(
                new ProducerRecord<>(record.topic(), null, key, record.value(), record.headers()),
                record.partition(),
                record.offset());
    }
}
