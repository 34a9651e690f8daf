package dev.newsmill.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.newsmill.message.Json;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Receipt;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The receipts, read. Thread-safe. */
public final class Ledger {
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final String topic;
    private final Admin admin;
    private final TopicReader reader;

    /** A ledger that uses, and does not close, {@code admin}. */
    public Ledger(KafkaSettings kafka, Topics topics, Admin admin) {
        this.topic = topics.ledger();
        this.admin = admin;
        this.reader = new TopicReader(kafka);
    }

    /** All receipts there are now. */
    public TopicSpan all() {
        return TopicSpan.all(admin, topic);
    }

    /** All receipts that were written until now, also those whose transaction is only just committed. */
    public TopicSpan written() {
        return TopicSpan.written(admin, topic);
    }

    /** Receipts written since a time, in milliseconds since 1970. */
    public TopicSpan since(long timestamp) {
        return TopicSpan.since(admin, topic, timestamp);
    }

    /** The part of {@code span} that holds the receipts of one page: those of its partition. */
    public TopicSpan ofPage(TopicSpan span, String url) {
        int count = span.end().size();
        if (count == 0) return span;
        int partition = Utils.toPositive(Utils.murmur2(MessageCodec.bytes(PageId.of(url)))) % count;
        return span.of(partition);
    }

    /** Gives each receipt of the span to {@code each}. A record that is no receipt is left out, with a warning. */
    public void read(TopicSpan span, Consumer<Receipt> each) {
        reader.read(topic, span, record -> accept(record, each));
    }

    /** Gives each receipt that is written after {@code span} to {@code each}, until {@code done} says so. */
    public void follow(TopicSpan span, Consumer<Receipt> each, BooleanSupplier done) {
        reader.follow(topic, span, record -> accept(record, each), done);
    }

    /** Gives the receipt that a record of the ledger holds to {@code each}, if it holds one. */
    void accept(ConsumerRecord<byte[], byte[]> record, Consumer<Receipt> each) {
        Receipt receipt = receipt(record);
        if (receipt != null) each.accept(receipt);
    }

    private @Nullable Receipt receipt(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.value() != null) return Json.shared().readValue(record.value(), Receipt.class);
            log.warn("no receipt at {}-{}@{}: no value", topic, record.partition(), record.offset());
        } catch (IOException e) {
            String why = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            log.warn("no receipt at {}-{}@{}: {}", topic, record.partition(), record.offset(), why);
        }
        return null;
    }
}
