package dev.newsmill.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far a replay is.
 *
 * @param next per partition the offset from which on nothing is done yet
 * @param tally of all partitions
 */
public record ReplayProgress(SortedMap<Integer, Long> next, ReplayTally tally) {

    /** Asks the broker. A replay whose workers never committed has done nothing. */
    public static ReplayProgress of(Admin admin, Topics topics, Replay replay) {
        SortedMap<Integer, Long> next = new TreeMap<>();
        ReplayTally tally = ReplayTally.NONE;
        for (var offset : offsets(admin, topics.replayGroup(replay.id())).entrySet()) {
            if (!offset.getKey().topic().equals(replay.topic())) continue;
            next.put(offset.getKey().partition(), offset.getValue().offset());
            tally = tally.plus(ReplayTally.parse(offset.getValue().metadata()));
        }
        return new ReplayProgress(next, tally);
    }

    /** True if all of the plan is done. */
    public boolean covers(OffsetSet plan) {
        return plan.partitions().stream().allMatch(p -> next.getOrDefault(p, 0L) > plan.last(p));
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Admin admin, String group) {
        Map<String, ListConsumerGroupOffsetsSpec> groups = Map.of(group, new ListConsumerGroupOffsetsSpec());
        var options = new ListConsumerGroupOffsetsOptions().requireStable(true);
        Map<TopicPartition, OffsetAndMetadata> found = new HashMap<>();
        try {
            TopicSpan.get(admin.listConsumerGroupOffsets(groups, options).partitionsToOffsetAndMetadata(group))
                    .forEach((partition, offset) -> {
                        if (offset != null) found.put(partition, offset);
                    });
        } catch (GroupIdNotFoundException e) {
            return Map.of();
        }
        return found;
    }
}
