package dev.newsmill.runtime;

import dev.newsmill.message.Origin;
import dev.newsmill.message.Receipt;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
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

    /**
     * Moves groups forward, never back; also those of replays. Reads the whole ledger. They must have no members: what a
     * stage's killed process left open is ended, for nothing behind it can be read.
     */
    public void restore(Collection<Audit.Link> chain) {
        fence(chain);
        Map<String, Map<TopicPartition, Long>> next = new HashMap<>();
        chain.forEach(link -> next.put(link.stage(), new HashMap<>()));
        Map<String, Map<Integer, Done>> replays = new HashMap<>();
        Ledger ledger = new Ledger(kafka, topics, admin);
        ledger.read(ledger.written(), receipt -> {
            note(receipt, next.get(receipt.stage()));
            if (receipt.stage().equals(ReplayBooks.STAGE)) noteReplay(receipt, replays);
        });
        for (Audit.Link link : chain) {
            restore(link, next.getOrDefault(link.stage(), Map.of()));
        }
        for (Replay replay : new ReplayLog(kafka, topics, admin).all()) {
            restore(replay, replays.getOrDefault(replay.id(), Map.of()));
        }
    }

    /** Ends the transactions of stages whose coordinator still waits for their process. */
    private void fence(Collection<Audit.Link> chain) {
        List<String> prefixes =
                chain.stream().map(link -> topics.group(link.stage()) + "-").toList();
        List<String> open = TopicSpan.get(admin.listTransactions().all()).stream()
                .filter(transaction -> transaction.state() == TransactionState.ONGOING)
                .map(TransactionListing::transactionalId)
                .filter(id -> prefixes.stream().anyMatch(id::startsWith))
                .toList();
        if (open.isEmpty()) return;
        TopicSpan.get(admin.fenceProducers(open).all());
        log.info("ended what killed stages left open: {}", open);
    }

    /** What a replay did in a partition. */
    private record Done(long next, ReplayTally tally) {
        Done plus(Done more) {
            return new Done(Math.max(next, more.next), tally.plus(more.tally));
        }
    }

    private static void noteReplay(Receipt receipt, Map<String, Map<Integer, Done>> replays) {
        Origin input = Origin.parse(receipt.input());
        boolean written = receipt.outcome() == Receipt.Result.emitted;
        ReplayTally one = new ReplayTally(written ? 1 : 0, written ? 0 : 1);
        replays.computeIfAbsent(String.valueOf(receipt.replay()), id -> new HashMap<>())
                .merge(input.partition(), new Done(input.offset() + 1, one), Done::plus);
    }

    private void restore(Replay replay, Map<Integer, Done> done) {
        ReplayProgress progress = ReplayProgress.of(admin, topics, replay);
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        done.forEach((partition, is) -> {
            if (is.next <= progress.next().getOrDefault(partition, 0L)) return;
            OffsetAndMetadata offset = new OffsetAndMetadata(is.next, is.tally.toString());
            moved.put(new TopicPartition(replay.topic(), partition), offset);
        });
        move(topics.replayGroup(replay.id()), moved);
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
        move(topics.group(link.stage()), moved);
    }

    private void move(String group, Map<TopicPartition, OffsetAndMetadata> moved) {
        if (moved.isEmpty()) return;
        TopicSpan.get(admin.alterConsumerGroupOffsets(group, moved).all());
        log.info("{} goes on where the ledger says: {}", group, moved.keySet());
    }
}
