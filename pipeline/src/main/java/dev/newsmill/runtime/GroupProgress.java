package dev.newsmill.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far a consumer group is in a topic.
 *
 * @param span what is in the topic
 * @param committed per partition the next offset that the group wants
 */
public record GroupProgress(String topic, TopicSpan span, SortedMap<Integer, Long> committed) {

    private static final long STABLE_WITHIN_NANOS = 5_000_000_000L;
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    /**
     * Asks the broker. A group that never was has committed nothing. An offset that is being committed is waited for;
     * one whose transaction does not end within 5 s counts as not committed.
     */
    public static GroupProgress of(Admin admin, String group, String topic) {
        List<TopicPartition> partitions = TopicSpan.all(admin, topic).end().keySet().stream()
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
        SortedMap<Integer, Long> committed = committed(admin, group, partitions);
        return new GroupProgress(topic, TopicSpan.all(admin, topic), committed);
    }

    /** What the group has not dealt with, in offsets. */
    public long lag() {
        return remaining().size();
    }

    /** From where the group is to the end. */
    public TopicSpan remaining() {
        SortedMap<Integer, Long> from = new TreeMap<>(span.begin());
        from.replaceAll((partition, begin) -> {
            long next = Math.max(begin, committed.getOrDefault(partition, begin));
            return Math.min(next, span.end().getOrDefault(partition, next));
        });
        return new TopicSpan(from, span.end());
    }

    /** From the beginning to where the group is. */
    public TopicSpan done() {
        return new TopicSpan(span.begin(), remaining().begin());
    }

    private static SortedMap<Integer, Long> committed(Admin admin, String group, List<TopicPartition> partitions) {
        SortedMap<Integer, Long> committed = new TreeMap<>();
        stable(admin, group, partitions).forEach((partition, offset) -> {
            if (offset != null) committed.put(partition.partition(), offset.offset());
        });
        return committed;
    }

    /** The client leaves partitions out whose offset is not stable yet: those are asked for again. */
    private static Map<TopicPartition, OffsetAndMetadata> stable(
            Admin admin, String group, List<TopicPartition> partitions) {
        long began = System.nanoTime();
        while (true) {
            Map<TopicPartition, OffsetAndMetadata> offsets = ask(admin, group, partitions, true);
            if (offsets.keySet().containsAll(partitions)) return offsets;
            if (System.nanoTime() - began > STABLE_WITHIN_NANOS) return ask(admin, group, partitions, false);
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> ask(
            Admin admin, String group, List<TopicPartition> partitions, boolean stable) {
        var groups = Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions));
        var options = new ListConsumerGroupOffsetsOptions().requireStable(stable);
        try {
            return TopicSpan.get(admin.listConsumerGroupOffsets(groups, options).partitionsToOffsetAndMetadata(group));
        } catch (GroupIdNotFoundException e) {
            Map<TopicPartition, OffsetAndMetadata> nothing = new HashMap<>();
            partitions.forEach(partition -> nothing.put(partition, null));
            return nothing;
        }
    }
}
