package dev.newsmill.runtime;

import dev.newsmill.message.Origin;
import dev.newsmill.message.PageId;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.LetterClosing.Way;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where people deal with dead letters: each goes back into the input of its stage, or is discarded, once. To the books
 * the desk is a stage, whose input are the letters: the record that goes back, the letter's {@link LetterClosing} and
 * the receipt are one transaction. One desk at a time: a second one fences the first. Used by one thread.
 */
public final class LetterDesk implements AutoCloseable {
    public static final String STAGE = "dead-letters";

    private static final String VERSION = "1.0";
    private static final int BATCH = 100;
    private static final long BATCH_BYTES = 8L << 20;
    private static final int URL_CHARS = 4000;
    private static final int NOTE_CHARS = 500;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final Topics topics;
    private final Admin admin;
    private final Clock clock;
    private final Producer<byte[], byte[]> producer;

    /** Takes the desk over. It uses, and does not close, {@code admin}. */
    public LetterDesk(KafkaSettings kafka, Topics topics, Admin admin, Clock clock) {
        this.kafka = kafka;
        this.topics = topics;
        this.admin = admin;
        this.clock = clock;
        this.producer = kafka.transactional(topics.group(STAGE));
        producer.initTransactions();
    }

    /**
     * Puts letters back into the input of their stage. Those that are closed already are left alone.
     *
     * @param input topic that the stage reads
     * @return how many went back
     */
    public long retry(String stage, String input, Collection<Origin> letters, LetterEdit edit) {
        return close(stage, letters, letter -> {
            LetterClosing closing = new LetterClosing(letter.at(), Way.retried, null);
            return List.of(letter.putBack(input, edit), closing.record(), ledger(letter, closing));
        });
    }

    /**
     * Closes letters for good. Those that are closed already are left alone.
     *
     * @param note why; cut to 500 characters
     * @return how many were discarded
     */
    public long discard(String stage, Collection<Origin> letters, String note) {
        String reason = DeadLetters.cut(note, NOTE_CHARS);
        return close(stage, letters, letter -> {
            LetterClosing closing = new LetterClosing(letter.at(), Way.discarded, reason);
            return List.of(closing.record(), ledger(letter, closing));
        });
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }

    private long close(
            String stage, Collection<Origin> letters, Function<Letter, List<ProducerRecord<byte[], byte[]>>> ending) {
        DeadLetterTopic topic = new DeadLetterTopic(kafka, topics, admin, stage);
        Set<Origin> open = new HashSet<>(letters);
        open.removeAll(topic.closings().keySet());
        Pending pending = new Pending();
        topic.read(open, letter -> pending.add(ending.apply(letter)));
        pending.commit();
        return pending.committed;
    }

    private ProducerRecord<byte[], byte[]> ledger(Letter letter, LetterClosing closing) {
        return Bookkeeper.ledgerRecord(topics, receipt(letter, closing));
    }

    private Receipt receipt(Letter letter, LetterClosing closing) {
        boolean retried = closing.way() == Way.retried;
        String url = letter.url();
        String id = id(letter);
        Instant now = clock.instant();
        return new Receipt(
                id,
                url == null ? id : PageId.of(url),
                url == null ? null : DeadLetters.cut(url, URL_CHARS),
                url == null ? null : Bookkeeper.host(url),
                STAGE,
                retried ? Receipt.Result.emitted : Receipt.Result.dropped,
                letter.event(),
                retried ? null : Way.discarded.name(),
                closing.note(),
                letter.at().toString(),
                letter.origin(),
                null,
                VERSION,
                now,
                (double) Math.max(0, now.toEpochMilli() - letter.record().timestamp()),
                0,
                Math.max(0, letter.record().serializedValueSize()),
                new TreeMap<>(Map.of("attempts", (long) letter.attempts())));
    }

    private static String id(Letter letter) {
        byte @Nullable [] key = letter.record().key();
        return key == null ? "unknown" : DeadLetters.cut(new String(key, StandardCharsets.UTF_8), 200);
    }

    /** What the next transaction writes. */
    private final class Pending {
        private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        private long bytes;
        private long letters;
        private long committed;

        void add(List<ProducerRecord<byte[], byte[]>> more) {
            records.addAll(more);
            more.forEach(record -> bytes += RecordSize.of(record));
            letters++;
            if (letters >= BATCH || bytes >= BATCH_BYTES) commit();
        }

        void commit() {
            if (records.isEmpty()) return;
            producer.beginTransaction();
            records.forEach(producer::send);
            producer.commitTransaction();
            committed += letters;
            records.clear();
            letters = 0;
            bytes = 0;
        }
    }
}
