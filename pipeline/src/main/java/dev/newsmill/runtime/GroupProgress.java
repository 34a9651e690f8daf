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
 * How far a consumer group is in a topic.
 *
 * @param span what is in the topic
 * @param committed per partition the next offset that the group wants
 */
public record GroupProgress(String topic, TopicSpan span, SortedMap<Integer, Long> committed) {

    /** Asks the broker. A group that never was has committed nothing. */
    public static GroupProgress of(Admin admin, String group, String topic) {
        SortedMap<Integer, Long> committed = committed(admin, group, topic);
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

    private static SortedMap<Integer, Long> committed(Admin admin, String group, String topic) {
        Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
        groups.put(group, new ListConsumerGroupOffsetsSpec());
        var options = new ListConsumerGroupOffsetsOptions().requireStable(true);
        SortedMap<Integer, Long> committed = new TreeMap<>();
        try {
            TopicSpan.get(admin.listConsumerGroupOffsets(groups, options).partitionsToOffsetAndMetadata(group))
                    .forEach((TopicPartition partition, OffsetAndMetadata offset) -> {
                        if (offset != null && partition.topic().equals(topic)) {
                            committed.put(partition.partition(), offset.offset());
                        }
                    });
        } catch (GroupIdNotFoundException e) {
            return committed;
        }
        return committed;
    }
}
