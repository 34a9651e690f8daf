package dev.newsmill.runtime;

import dev.newsmill.message.Message;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Receipt;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.Outcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Turns a stage's answer into what is written: the output or the dead letter, and the receipt. Thread-safe. */
final class Bookkeeper {
    private static final int DETAIL_CHARS = 500;
    private static final int URL_CHARS = 4000;
    private static final int REPLAY_CHARS = 100;

    private final String stage;
    private final String version;
    private final Topics topics;
    private final String outputTopic;
    private final boolean receipts;
    private final Clock clock;
    private final MessageCodec codec = new MessageCodec();

    Bookkeeper(String stage, String version, Topics topics, String outputTopic, boolean receipts, Clock clock) {
        this.stage = stage;
        this.version = version;
        this.topics = topics;
        this.outputTopic = outputTopic;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Settles a record.
     *
     * @param arrival null if the record could not be read
     * @param started when the stage began with it
     * @param workedMillis how long the stage took
     */
    Settled settle(
            ConsumerRecord<byte[], byte[]> record,
            @Nullable Arrival<?> arrival,
            Answer<? extends Message> answer,
            Instant started,
            double workedMillis) {
        Entry entry = new Entry(record, arrival, started, workedMillis);
        if (answer instanceof Answer.Of<? extends Message> of && arrival != null) {
            return of.outcome() instanceof Outcome.Emit<? extends Message> emit
                    ? emitted(entry, arrival, emit.value())
                    : dropped(entry, (Outcome.Drop<? extends Message>) of.outcome());
        }
        Throwable error = answer instanceof Answer.Failed<? extends Message> failed
                ? failed.error()
                : new MalformedRecordException("unreadable record");
        return dead(entry, error);
    }

    private Settled emitted(Entry entry, Arrival<?> arrival, Message value) {
        String event = event(entry);
        ProducerRecord<byte[], byte[]> output = codec.output(outputTopic, value, arrival, event, stage, version);
        if (!RecordSize.fits(output)) {
            String message = "the output has " + RecordSize.of(output) + " bytes, the limit is " + RecordSize.LIMIT;
            return dead(entry, new RecordTooLargeException(message));
        }
        Receipt receipt =
                receipt(entry, value.id(), Receipt.Result.emitted, event, null, null, new TreeMap<>(value.facts()));
        return settled(output, receipt);
    }

    private Settled dropped(Entry entry, Outcome.Drop<?> drop) {
        String detail = drop.detail() == null ? null : DeadLetters.cut(drop.detail(), DETAIL_CHARS);
        return settled(
                null,
                receipt(
                        entry,
                        entry.inputId(),
                        Receipt.Result.dropped,
                        event(entry),
                        drop.reason(),
                        detail,
                        new TreeMap<>()));
    }

    private Settled dead(Entry entry, Throwable error) {
        String event = event(entry);
        ProducerRecord<byte[], byte[]> letter =
                DeadLetters.of(topics.deadLetters(stage), topics.group(stage), event, entry.record, error);
        Receipt receipt = receipt(
                entry,
                entry.inputId(),
                Receipt.Result.dead,
                event,
                DeadLetters.rootCause(error).getClass().getSimpleName(),
                DeadLetters.cut(error.getMessage(), DETAIL_CHARS),
                new TreeMap<>());
        return settled(letter, receipt);
    }

    /** Says which record of which stage this is about; the same on every try, so that a copy can be told. */
    private String event(Entry entry) {
        ConsumerRecord<byte[], byte[]> record = entry.record;
        String replay = replay(record);
        return stage + "/" + record.partition() + "@" + record.offset() + (replay == null ? "" : "/" + replay);
    }

    private Settled settled(@Nullable ProducerRecord<byte[], byte[]> output, Receipt receipt) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(2);
        if (output != null) records.add(output);
        if (receipts) records.add(ledgerRecord(topics, receipt));
        return new Settled(receipt, records);
    }

    static ProducerRecord<byte[], byte[]> ledgerRecord(Topics topics, Receipt receipt) {
        return new ProducerRecord<>(topics.ledger(), MessageCodec.bytes(receipt.page()), MessageCodec.json(receipt));
    }

    private Receipt receipt(
            Entry entry,
            String id,
            Receipt.Result outcome,
            String event,
            @Nullable String reason,
            @Nullable String detail,
            SortedMap<String, Long> facts) {
        ConsumerRecord<byte[], byte[]> record = entry.record;
        String url = HeaderText.get(record.headers(), HeaderNames.SUBJECT);
        return new Receipt(
                id,
                url == null ? entry.inputId() : PageId.of(url),
                url == null ? null : DeadLetters.cut(url, URL_CHARS),
                url == null ? null : host(url),
                stage,
                outcome,
                event,
                reason,
                detail,
                record.topic() + "-" + record.partition() + "@" + record.offset(),
                entry.origin(),
                replay(record),
                version,
                clock.instant(),
                entry.waited(),
                Math.round(entry.workedMillis * 1000) / 1000.0,
                Math.max(0, record.serializedValueSize()),
                facts);
    }

    private static @Nullable String replay(ConsumerRecord<byte[], byte[]> record) {
        String replay = HeaderText.get(record.headers(), HeaderNames.REPLAY);
        return replay == null ? null : DeadLetters.cut(replay, REPLAY_CHARS);
    }

    /** The host of a URL in lower case; null for files and for what is no URL. */
    static @Nullable String host(String url) {
        try {
            String host = URI.create(url.strip()).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private record Entry(
            ConsumerRecord<byte[], byte[]> record, @Nullable Arrival<?> arrival, Instant started, double workedMillis) {

        String inputId() {
            if (arrival != null) return arrival.value().id();
            return record.key() == null
                    ? "unknown"
                    : DeadLetters.cut(new String(record.key(), StandardCharsets.UTF_8), 200);
        }

        /** From the record's timestamp on; null if it has none. */
        @Nullable
        Double waited() {
            if (record.timestamp() < 0) return null;
            return (double) Math.max(0, started.toEpochMilli() - record.timestamp());
        }

        @Nullable
        String origin() {
            if (arrival != null) return arrival.from().page().toString();
            return HeaderText.get(record.headers(), HeaderNames.ORIGIN);
        }
    }
}
