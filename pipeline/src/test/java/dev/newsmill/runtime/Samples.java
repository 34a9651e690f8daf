package dev.newsmill.runtime;

import dev.newsmill.message.Article;
import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Json;
import dev.newsmill.message.Message;
import dev.newsmill.message.Page;
import dev.newsmill.message.Publication;
import dev.newsmill.message.Receipt;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/** Records and stages for the tests of this package. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final TopicPartition P0 = new TopicPartition(Topics.DEFAULT.pages(), 0);
    static final TopicPartition P1 = new TopicPartition(Topics.DEFAULT.pages(), 1);

    private Samples() {}

    static String url(String name) {
        return "https://example.org/" + name;
    }

    static Page page(String name) {
        byte[] body = ("<p>" + name).getBytes(StandardCharsets.UTF_8);
        return Page.of(url(name), body, NOW.minusSeconds(60), Map.of("content-type", "text/html"));
    }

    static ConsumerRecord<byte[], byte[]> pageRecord(String name, int partition, long offset) {
        String event = "feed/" + offset;
        return received(
                new MessageCodec().page(Topics.DEFAULT.pages(), page(name), event, "1.0", TRACE), partition, offset);
    }

    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /** The record as a consumer gets it, a second before {@link #NOW}. */
    static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> record, int partition, long offset) {
        return new ConsumerRecord<>(
                record.topic(),
                partition,
                offset,
                NOW.minusSeconds(1).toEpochMilli(),
                TimestampType.CREATE_TIME,
                record.key() == null ? -1 : record.key().length,
                record.value() == null ? -1 : record.value().length,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    static Article article(String name) {
        return Article.ofText("id-" + name, url(name), "Text of " + name + ".", "2026-02-03");
    }

    static EnrichedArticle enriched(String name) {
        return new EnrichedArticle(
                article(name), List.of(), List.of(), List.of(), List.of(), null, new TreeMap<>(), new TreeMap<>());
    }

    static Publication publication(String name, int revision) {
        return new Publication("id-" + name, revision, Publication.Change.NEW, List.of(), enriched(name));
    }

    static Bookkeeper books(String stage) {
        return new Bookkeeper(stage, "1.0", Topics.DEFAULT, Topics.DEFAULT.articles(), true, CLOCK);
    }

    static LoopOptions options() {
        return LoopOptions.of("test", null).withThreads(2).withRecordLimit(Duration.ofSeconds(20));
    }

    /** Makes an article of each page. */
    static Stage<Page, Article> reading() {
        return page -> Outcome.emit(article(name(page)));
    }

    static String name(Page page) {
        return page.url().substring(url("").length());
    }

    static <I extends Message, O extends Message> StageProvider<I, O> provider(
            String name, Class<I> input, Class<O> output, Stage<I, O> stage) {
        return new StageProvider<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String version() {
                return "1.0";
            }

            @Override
            public Class<I> input() {
                return input;
            }

            @Override
            public Class<O> output() {
                return output;
            }

            @Override
            public Stage<I, O> open(Map<String, String> options) {
                return stage;
            }
        };
    }

    static String key(ProducerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    static Receipt receipt(ProducerRecord<byte[], byte[]> record) {
        try {
            return Json.shared().readValue(record.value(), Receipt.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
