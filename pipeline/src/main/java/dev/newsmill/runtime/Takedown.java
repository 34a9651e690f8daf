package dev.newsmill.runtime;

import dev.newsmill.message.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Takes articles out of the topic of publications: writes their tombstones, each with its receipt. Used by one thread. */
public final class Takedown implements AutoCloseable {
    public static final String STAGE = "withdraw";

    private static final String VERSION = "1.0";
    private static final String TYPE = "dev.newsmill.withdrawal.v1";
    private static final int REASON_CHARS = 500;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Topics topics;
    private final Clock clock;
    private final Producer<byte[], byte[]> producer;

    public Takedown(KafkaSettings kafka, Topics topics, Clock clock) {
        this.topics = topics;
        this.clock = clock;
        this.producer = kafka.transactional(topics.group(STAGE));
        producer.initTransactions();
    }

    /**
     * Writes the tombstone of an article. To write it again does no harm.
     *
     * @param page id of the page that it came from: where trace finds the receipt
     * @param at when the article was withdrawn
     */
    public void bury(String article, String page, Instant at, String reason) {
        String event = STAGE + "/" + article + "@" + at.toEpochMilli();
        producer.beginTransaction();
        producer.send(tombstone(article, event, at));
        producer.send(Bookkeeper.ledgerRecord(topics, receipt(article, page, event, reason)));
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }

    private ProducerRecord<byte[], byte[]> tombstone(String article, String event, Instant at) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topics.published(), MessageCodec.bytes(article), null);
        Headers headers = record.headers();
        HeaderText.set(headers, HeaderNames.SPEC_VERSION, "1.0");
        HeaderText.set(headers, HeaderNames.ID, event);
        HeaderText.set(headers, HeaderNames.SOURCE, "newsmill/" + STAGE);
        HeaderText.set(headers, HeaderNames.TYPE, TYPE);
        HeaderText.set(headers, HeaderNames.TIME, at.toString());
        return record;
    }

    /** Without the URL: it often holds the headline. */
    private Receipt receipt(String article, String page, String event, String reason) {
        return new Receipt(
                article,
                page,
                null,
                null,
                STAGE,
                Receipt.Result.emitted,
                event,
                null,
                DeadLetters.cut(reason, REASON_CHARS),
                article,
                null,
                null,
                VERSION,
                clock.instant(),
                null,
                0,
                0,
                new TreeMap<>());
    }
}
