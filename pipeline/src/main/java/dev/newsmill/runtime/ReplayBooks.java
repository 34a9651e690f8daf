package dev.newsmill.runtime;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.message.Receipt;
import dev.newsmill.stage.Outcome;
import dev.newsmill.stage.Provenance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns the answers of a replay into what is written: the enriched article, marked with the replay's id, and a receipt
 * of stage {@code replay}.
 */
final class ReplayBooks {
    static final String STAGE = "replay";

    private static final int TEXT_CHARS = 500;
    private static final String LAST_STAGE = "enrich";

    private final Replay replay;
    private final Topics topics;
    private final Clock clock;
    private final MessageCodec codec = new MessageCodec();

    ReplayBooks(Replay replay, Topics topics, Clock clock) {
        this.replay = replay;
        this.topics = topics;
        this.clock = clock;
    }

    /** The event id of what a replay makes of a record: the same on every try. */
    String event(ConsumerRecord<byte[], byte[]> record) {
        return STAGE + "/" + record.partition() + "@" + record.offset() + "/" + replay.id();
    }

    Settled settle(ConsumerRecord<byte[], byte[]> record, ReplayWork.Answer answer) {
        if (answer.outcome() instanceof Outcome.Emit<EnrichedArticle> emit) {
            ProducerRecord<byte[], byte[]> output = output(record, answer, emit.value());
            if (RecordSize.fits(output)) return settled(output, emitted(record, answer, emit.value()));
            String size = RecordSize.of(output) + " bytes, limit " + RecordSize.LIMIT;
            return settled(null, dropped(record, answer, "too-large", size));
        }
        Outcome.Drop<EnrichedArticle> drop = (Outcome.Drop<EnrichedArticle>) answer.outcome();
        return settled(null, dropped(record, answer, drop.reason(), drop.detail()));
    }

    private ProducerRecord<byte[], byte[]> output(
            ConsumerRecord<byte[], byte[]> record, ReplayWork.Answer answer, EnrichedArticle article) {
        Arrival<?> arrival = answer.arrival();
        Provenance from = arrival.from();
        Provenance marked = new Provenance(from.page(), from.fetchedAt(), from.input(), replay.id(), answer.versions());
        Arrival<EnrichedArticle> source = new Arrival<>(
                article, marked, arrival.event(), arrival.pageId(), arrival.pageUrl(), arrival.traceParent());
        return codec.output(topics.enriched(), article, source, event(record), LAST_STAGE, answer.versions());
    }

    private Settled settled(@Nullable ProducerRecord<byte[], byte[]> output, Receipt receipt) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(2);
        if (output != null) records.add(output);
        records.add(Bookkeeper.ledgerRecord(topics, receipt));
        return new Settled(receipt, records);
    }

    private Receipt emitted(ConsumerRecord<byte[], byte[]> record, ReplayWork.Answer answer, EnrichedArticle article) {
        return receipt(
                record, answer, article.id(), Receipt.Result.emitted, null, null, new TreeMap<>(article.facts()));
    }

    private Receipt dropped(
            ConsumerRecord<byte[], byte[]> record, ReplayWork.Answer answer, String reason, @Nullable String detail) {
        String id = answer.arrival().value().id();
        return receipt(record, answer, id, Receipt.Result.dropped, reason, detail, new TreeMap<>());
    }

    private Receipt receipt(
            ConsumerRecord<byte[], byte[]> record,
            ReplayWork.Answer answer,
            String id,
            Receipt.Result outcome,
            @Nullable String reason,
            @Nullable String detail,
            SortedMap<String, Long> facts) {
        Arrival<?> arrival = answer.arrival();
        String versions = answer.versions().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
        return new Receipt(
                id,
                arrival.pageId(),
                arrival.pageUrl(),
                Bookkeeper.host(arrival.pageUrl()),
                STAGE,
                outcome,
                event(record),
                reason,
                detail == null ? null : DeadLetters.cut(detail, TEXT_CHARS),
                arrival.from().input().toString(),
                arrival.from().page().toString(),
                replay.id(),
                versions,
                clock.instant(),
                null,
                Math.round(answer.workedMillis() * 1000) / 1000.0,
                Math.max(0, record.serializedValueSize()),
                facts);
    }
}
