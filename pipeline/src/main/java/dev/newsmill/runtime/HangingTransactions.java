package dev.newsmill.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds and ends transactions that are open in a partition while their coordinator knows nothing of them. A broker that
 * is killed can leave one; nobody would ever end it, and whoever reads committed records or stable offsets would wait
 * for ever. What KIP-664 does by hand ({@code kafka-transactions find-hanging, abort}).
 */
public final class HangingTransactions {
    private static final Logger log = LoggerFactory.getLogger(HangingTransactions.class);
    private static final String GROUP_OFFSETS = "__consumer_offsets";

    private final Admin admin;

    public HangingTransactions(Admin admin) {
        this.admin = admin;
    }

    /**
     * Ends all of them in the topics of a mill and in the offsets of its groups.
     *
     * @return how many there were
     */
    public int end(Topics topics, Collection<String> stages) {
        Set<String> names = new HashSet<>(topics.chain());
        names.addAll(List.of(topics.ledger(), GROUP_OFFSETS));
        stages.forEach(stage -> names.add(topics.deadLetters(stage)));
        Map<TopicPartition, ProducerState> suspects = open(partitions(names));
        if (suspects.isEmpty()) return 0;
        Map<Long, Set<TopicPartition>> known = known();
        suspects.entrySet()
                .removeIf(s ->
                        known.getOrDefault(s.getValue().producerId(), Set.of()).contains(s.getKey()));
        if (suspects.isEmpty()) return 0;
        Map<TopicPartition, ProducerState> still = open(suspects.keySet());
        int ended = 0;
        for (Map.Entry<TopicPartition, ProducerState> suspect : suspects.entrySet()) {
            if (suspect.getValue().equals(still.get(suspect.getKey())))
                ended += end(suspect.getKey(), suspect.getValue());
        }
        return ended;
    }

    private int end(TopicPartition partition, ProducerState state) {
        var spec = new AbortTransactionSpec(
                partition,
                state.producerId(),
                (short) state.producerEpoch(),
                state.coordinatorEpoch().orElse(0));
        try {
            TopicSpan.get(admin.abortTransaction(spec).all());
            log.info("ended a transaction in {} that a killed broker left open", partition);
            return 1;
        } catch (KafkaException e) {
            log.warn("cannot end the transaction that hangs in {}: {}", partition, e.toString());
            return 0;
        }
    }

    private List<TopicPartition> partitions(Set<String> names) {
        Set<String> there = new HashSet<>(TopicSpan.get(
                admin.listTopics(new org.apache.kafka.clients.admin.ListTopicsOptions().listInternal(true))
                        .names()));
        there.retainAll(names);
        List<TopicPartition> partitions = new ArrayList<>();
        TopicSpan.get(admin.describeTopics(there).allTopicNames())
                .forEach((name, topic) ->
                        topic.partitions().forEach(p -> partitions.add(new TopicPartition(name, p.partition()))));
        return partitions;
    }

    /** Partitions with an open transaction, and whose it is. */
    private Map<TopicPartition, ProducerState> open(Collection<TopicPartition> partitions) {
        Map<TopicPartition, ProducerState> open = new HashMap<>();
        TopicSpan.get(admin.describeProducers(partitions).all())
                .forEach((partition, producers) -> producers.activeProducers().stream()
                        .filter(p -> p.currentTransactionStartOffset().isPresent())
                        .forEach(p -> open.put(partition, p)));
        return open;
    }

    /** What the coordinators know: the partitions of each producer's transaction. */
    private Map<Long, Set<TopicPartition>> known() {
        Map<Long, Set<TopicPartition>> known = new HashMap<>();
        List<String> ids = TopicSpan.get(admin.listTransactions().all()).stream()
                .map(TransactionListing::transactionalId)
                .toList();
        for (TransactionDescription transaction :
                TopicSpan.get(admin.describeTransactions(ids).all()).values()) {
            known.computeIfAbsent(transaction.producerId(), id -> new HashSet<>())
                    .addAll(transaction.topicPartitions());
        }
        return known;
    }
}
