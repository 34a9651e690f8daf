package dev.newsmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Message;
import dev.newsmill.message.Page;
import dev.newsmill.message.Publication;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
    private final MessageCodec codec = new MessageCodec();

    @Test
    void aPageReadsAsItWasWritten() {
        Page page = Page.of(
                "https://example.org/ä?x=ß",
                new byte[] {0, (byte) 0xff, (byte) 0xc3, 0x28},
                Instant.parse("2026-02-03T04:05:06.789Z"),
                Map.of(
                        "content-type", "text/html; charset=\"x\"",
                        ":status", "200",
                        ":url", "https://example.org/b",
                        "last-modified", "Tue, 03 Feb 2026 04:05:06 GMT",
                        "x-odd", "räksmörgås 😀"));
        assertThat(codec.decode(record(page), Page.class).value()).isEqualTo(page);
    }

    @Test
    void aPageWithoutFactsReadsAsItWasWritten() {
        Page page = Page.of("file:///a.html", new byte[0], Samples.NOW, Map.of());
        assertThat(codec.decode(record(page), Page.class).value()).isEqualTo(page);
    }

    @Test
    void theBytesOfAPageAreTheValueOfItsRecord() {
        Page page = Samples.page("a");
        assertThat(codec.page("t", page, "feed/0", "1.0", Samples.TRACE).value())
                .isSameAs(page.body());
    }

    @Test
    void aPageIsACloudEvent() {
        ProducerRecord<byte[], byte[]> record = codec.page("t", Samples.page("a"), "feed/0", "1.0", Samples.TRACE);
        assertThat(HeaderText.get(record.headers(), "ce_specversion")).isEqualTo("1.0");
        assertThat(HeaderText.get(record.headers(), "ce_id")).isEqualTo("feed/0");
        assertThat(HeaderText.get(record.headers(), "ce_source")).isEqualTo("newsmill/ingest");
        assertThat(HeaderText.get(record.headers(), "ce_type")).isEqualTo("dev.newsmill.page.v1");
        assertThat(HeaderText.get(record.headers(), "ce_subject")).isEqualTo(Samples.url("a"));
        assertThat(HeaderText.get(record.headers(), "ce_time")).isEqualTo("2026-02-03T04:04:06Z");
        assertThat(HeaderText.get(record.headers(), "content-type")).isEqualTo("text/html");
        assertThat(HeaderText.get(record.headers(), "newsmill-version")).isEqualTo("ingest=1.0");
    }

    @Test
    void headersNamedLikePseudoHeadersDoNotReplaceThem() {
        Page page = Page.of(
                "https://example.org/",
                new byte[0],
                Samples.NOW,
                Map.of(
                        ":status",
                        "200",
                        "status",
                        "500 no",
                        ":url",
                        "https://example.org/",
                        "url",
                        "https://evil.example/"));
        Page read = codec.decode(record(page), Page.class).value();
        assertThat(read.http())
                .containsEntry(":status", "200")
                .containsEntry(":url", "https://example.org/")
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatAStageMadeReadsAsItWasWritten(Message message) {
        Arrival<Page> from = codec.decode(Samples.pageRecord("a", 3, 42), Page.class);
        ProducerRecord<byte[], byte[]> sent = codec.output("t", message, from, "stage/3@42", "stage", "2.1");
        Arrival<? extends Message> read = codec.decode(Samples.received(sent, 1, 7), message.getClass());
        assertThat(read.value()).isEqualTo(message);
        assertThat(read.event()).isEqualTo("stage/3@42");
        assertThat(read.from().page()).hasToString("newsmill.pages-3@42");
        assertThat(read.from().input()).hasToString("t-1@7");
        assertThat(read.from().fetchedAt()).isEqualTo(Samples.NOW.minusSeconds(60));
        assertThat(read.from().versions()).containsExactly(Map.entry("ingest", "1.0"), Map.entry("stage", "2.1"));
        assertThat(read.pageUrl()).isEqualTo(Samples.url("a"));
    }

    static Stream<Message> messages() {
        return Stream.of(Samples.article("a"), Samples.enriched("a"), Samples.publication("a", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_subject", "ce_time"})
    void aMissingHeaderIsNamed(String name) {
        ConsumerRecord<byte[], byte[]> record = Samples.pageRecord("a", 0, 0);
        record.headers().remove(name);
        assertThatThrownBy(() -> codec.decode(record, Page.class))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining(name);
    }

    @Test
    void anArticleNeedsToSayWhichPageItComesFrom() {
        ConsumerRecord<byte[], byte[]> record = article("{\"id\":\"a\",\"url\":\"u\",\"text\":\"t\"}");
        record.headers().remove("newsmill-origin");
        assertThatThrownBy(() -> codec.decode(record, Article.class))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("newsmill-origin");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_time, yesterday",
        "ce_time, 2026-02-03T04:05:06",
        "ce_time, +999999999999-01-01T00:00:00Z",
        "newsmill-origin, pages",
        "newsmill-origin, pages-1@-3",
        "newsmill-origin, pages-99999999999@3",
        "newsmill-origin, @"
    })
    void aHeaderThatMakesNoSenseIsNamed(String name, String value) {
        ConsumerRecord<byte[], byte[]> record = article("{\"id\":\"a\",\"url\":\"u\",\"text\":\"t\"}");
        HeaderText.set(record.headers(), name, value);
        assertThatThrownBy(() -> codec.decode(record, Article.class))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "17",
                "{",
                "{\"id\":\"a\"",
                "{\"id\":[1],\"url\":\"u\",\"text\":\"t\"}",
                "\u0000\u0001",
                "{\"id\":\"a\",\"url\":\"u\",\"text\":\"t\",\"blocks\":[{\"kind\":\"no-such\"}]}"
            })
    void garbageInsteadOfAnArticleIsMalformed(String json) {
        assertThatThrownBy(() -> codec.decode(article(json), Article.class))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void deepNestingIsMalformedAndNoStackOverflow() {
        String deep = "{\"tags\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> codec.decode(article(deep), Article.class))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> codec.decode(article("{\"id\":\"a\",\"url\":\"u\"}"), Article.class))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("text");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTombstoneIsMalformed(Class<? extends Message> type) {
        ConsumerRecord<byte[], byte[]> record = Samples.received(
                new ProducerRecord<>("t", null, new byte[0], null, article("{}").headers()), 0, 0);
        assertThatThrownBy(() -> codec.decode(record, type))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("without a value");
    }

    static Stream<Arguments> types() {
        return Stream.of(Page.class, Article.class, EnrichedArticle.class, Publication.class)
                .map(Arguments::of);
    }

    @Test
    void headersWithoutValuesCountAsMissing() {
        ConsumerRecord<byte[], byte[]> record = Samples.pageRecord("a", 0, 0);
        record.headers().add("http-etag", null).add("ce_id", null);
        assertThatThrownBy(() -> codec.decode(record, Page.class)).hasMessageContaining("ce_id");
    }

    @Test
    void theLastOfSeveralHeadersCounts() {
        ConsumerRecord<byte[], byte[]> record = Samples.pageRecord("a", 0, 0);
        record.headers().add("ce_id", "second".getBytes(StandardCharsets.UTF_8));
        assertThat(codec.decode(record, Page.class).event()).isEqualTo("second");
    }

    @Test
    void anyBytesInHeadersAndValueGiveARecordOrAreMalformed() {
        Random random = new Random(7);
        String[] names = {
            "ce_id",
            "ce_subject",
            "ce_time",
            "newsmill-origin",
            "newsmill-version",
            "traceparent",
            "http-",
            "content-type",
            "x"
        };
        for (int i = 0; i < 500; i++) {
            ConsumerRecord<byte[], byte[]> record = article(new String(bytes(random), StandardCharsets.ISO_8859_1));
            for (int h = 0; h < 3; h++) record.headers().add(names[random.nextInt(names.length)], bytes(random));
            readOrMalformed(record, Page.class);
            readOrMalformed(record, Article.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''| {}", "a| {}", "=| {}", "a=1,b=2| {a=1, b=2}", "a=1,,=3,b| {a=1}", "a=b=c| {a=b=c}"})
    void versionsAreReadAsFarAsTheyMakeSense(String header, String versions) {
        ConsumerRecord<byte[], byte[]> record = Samples.pageRecord("a", 0, 0);
        HeaderText.set(record.headers(), "newsmill-version", header);
        assertThat(codec.decode(record, Page.class).from().versions()).hasToString(versions);
    }

    @Test
    void aTraceGoesOnThroughTheStages() {
        Arrival<Page> page = codec.decode(Samples.pageRecord("a", 0, 0), Page.class);
        ProducerRecord<byte[], byte[]> sent = codec.output("t", Samples.article("a"), page, "clean/0@0", "clean", "1");
        String trace = HeaderText.require(sent.headers(), "traceparent");
        assertThat(trace.substring(3, 35)).isEqualTo(Samples.TRACE.substring(3, 35));
        assertThat(trace).isNotEqualTo(Samples.TRACE);
    }

    @Test
    void pagesWithoutATraceBeginOneEach() {
        assertThat(untraced(1))
                .isNotEqualTo(untraced(2))
                .isEqualTo(untraced(1))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    private String untraced(long offset) {
        ConsumerRecord<byte[], byte[]> record = Samples.pageRecord("a", 0, offset);
        HeaderText.set(record.headers(), "traceparent", "00-nonsense");
        return codec.decode(record, Page.class).traceParent();
    }

    private void readOrMalformed(ConsumerRecord<byte[], byte[]> record, Class<? extends Message> type) {
        try {
            assertThat(codec.decode(record, type).value()).isNotNull();
        } catch (MalformedRecordException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    private ConsumerRecord<byte[], byte[]> record(Page page) {
        return Samples.received(codec.page("t", page, "feed/0", "1.0", Samples.TRACE), 0, 0);
    }

    private ConsumerRecord<byte[], byte[]> article(String json) {
        Arrival<Page> from = codec.decode(Samples.pageRecord("a", 0, 0), Page.class);
        ProducerRecord<byte[], byte[]> sent = codec.output("t", Samples.article("a"), from, "clean/0@0", "clean", "1");
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        return Samples.received(new ProducerRecord<>("t", null, sent.key(), value, sent.headers()), 0, 0);
    }
}
