package dev.newsmill.runtime;

import dev.newsmill.message.Origin;
import dev.newsmill.message.Receipt;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the stages' groups to where the ledger says that they are. Needed after a group's offsets were lost though the
 * rest of their transaction was committed: the receipts are the proof of what was done, so no record is done twice.
 */
public final class LedgerOffsets {
    private static final Logger log = LoggerFactory.getLogger(LedgerOffsets.class);

    private final KafkaSettings kafka;
    private final Topics topics;
    private final Admin admin;

    public LedgerOffsets(KafkaSettings kafka, Topics topics, Admin admin) {
        this.kafka = kafka;
        this.topics = topics;
        this.admin = admin;
    }

    /** Moves groups forward, never back. Reads the whole ledger. The groups must have no members. */
    public void restore(Collection<Audit.Link> chain) {
        Map<String, Map<TopicPartition, Long>> next = new HashMap<>();
        chain.forEach(link -> next.put(link.stage(), new HashMap<>()));
        Ledger ledger = new Ledger(kafka, topics, admin);
        ledger.read(ledger.written(), receipt -> note(receipt, next.get(receipt.stage())));
        for (Audit.Link link : chain) {
            restore(link, next.getOrDefault(link.stage(), Map.of()));
        }
    }

    private static void note(Receipt receipt, @Nullable Map<TopicPartition, Long> next) {
        if (next == null) return;
        Origin input = Origin.parse(receipt.input());
        next.merge(new TopicPartition(input.topic(), input.partition()), input.offset() + 1, Math::max);
    }

    private void restore(Audit.Link link, Map<TopicPartition, Long> next) {
        GroupProgress progress = GroupProgress.of(admin, topics.group(link.stage()), link.input());
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        next.forEach((partition, offset) -> {
            long committed = progress.committed().getOrDefault(partition.partition(), 0L);
            if (partition.topic().equals(link.input()) && offset > committed) {
                moved.put(partition, new OffsetAndMetadata(offset));
            }
        });
        if (moved.isEmpty()) return;
        TopicSpan.get(admin.alterConsumerGroupOffsets(topics.group(link.stage()), moved)
                .all());
        log.info("{} goes on where the ledger says: {}", link.stage(), moved.keySet());
    }
}
