package dev.newsmill.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a topic: per partition the first offset and the one after the last, as they were when it was asked for.
 *
 * @param begin first offset, inclusive
 * @param end end offset, exclusive
 */
public record TopicSpan(SortedMap<Integer, Long> begin, SortedMap<Integer, Long> end) {
    private static final long LIMIT_SECONDS = 30;
    private static final long DISORDER_MILLIS = 600_000;

    /** All that is committed in the topic now; empty for a topic that does not exist. */
    public static TopicSpan all(Admin admin, String topic) {
        return all(admin, topic, IsolationLevel.READ_COMMITTED);
    }

    /**
     * All that was written to the topic until now. A transaction that was just committed is in it, while {@link #all}
     * may still end before it: its markers come a moment after the commit's answer.
     */
    public static TopicSpan written(Admin admin, String topic) {
        return all(admin, topic, IsolationLevel.READ_UNCOMMITTED);
    }

    private static TopicSpan all(Admin admin, String topic, IsolationLevel isolation) {
        Collection<Integer> partitions = partitions(admin, topic);
        return new TopicSpan(
                offsets(admin, topic, partitions, OffsetSpec.earliest(), isolation),
                offsets(admin, topic, partitions, OffsetSpec.latest(), isolation));
    }

    /** What came into the topic since {@code timestamp}, in milliseconds since 1970, by the records' own timestamps. */
    public static TopicSpan since(Admin admin, String topic, long timestamp) {
        Collection<Integer> partitions = partitions(admin, topic);
        IsolationLevel committed = IsolationLevel.READ_COMMITTED;
        SortedMap<Integer, Long> end = offsets(admin, topic, partitions, OffsetSpec.latest(), committed);
        SortedMap<Integer, Long> begin =
                offsets(admin, topic, partitions, OffsetSpec.forTimestamp(timestamp), committed);
        begin.replaceAll((partition, offset) -> offset < 0 ? end.getOrDefault(partition, 0L) : offset);
        return new TopicSpan(begin, end);
    }

    /**
     * The offsets that may hold records of a time.
     *
     * <p>Timestamps are the senders', so they are not quite in order: the end lies where the topic is a few minutes
     * later, and who wants exactly the records of that time looks at each one's timestamp too. Bounds are offsets, not
     * counts, so that markers of transactions make no difference.
     *
     * @param from milliseconds since 1970, inclusive; null for the beginning
     * @param until exclusive; null for the end
     */
    public static TopicSpan between(Admin admin, String topic, @Nullable Long from, @Nullable Long until) {
        TopicSpan all = all(admin, topic);
        SortedMap<Integer, Long> begin = from == null || from <= 0 ? all.begin : since(admin, topic, from).begin;
        SortedMap<Integer, Long> end =
                until == null ? all.end : since(admin, topic, Math.max(0, until + DISORDER_MILLIS)).begin;
        SortedMap<Integer, Long> to = new TreeMap<>(all.end);
        to.replaceAll((partition, last) -> Math.min(last, end.getOrDefault(partition, last)));
        return new TopicSpan(begin, to);
    }

    /** From the end of {@code earlier} to the end of this. */
    public TopicSpan after(TopicSpan earlier) {
        SortedMap<Integer, Long> from = new TreeMap<>(begin);
        from.replaceAll((partition, offset) -> earlier.end.getOrDefault(partition, offset));
        return new TopicSpan(from, end);
    }

    /** Its beginning: at most {@code count} offsets of each partition. */
    public TopicSpan first(long count) {
        SortedMap<Integer, Long> to = new TreeMap<>(end);
        to.replaceAll((partition, last) -> Math.min(last, begin.getOrDefault(partition, 0L) + count));
        return new TopicSpan(begin, to);
    }

    /** Its end: at most {@code count} offsets of each partition. */
    public TopicSpan last(long count) {
        SortedMap<Integer, Long> from = new TreeMap<>(begin);
        from.replaceAll((partition, first) -> Math.max(first, end.getOrDefault(partition, first) - count));
        return new TopicSpan(from, end);
    }

    /** The part of it that lies in one partition. */
    public TopicSpan of(int partition) {
        SortedMap<Integer, Long> from = new TreeMap<>(begin);
        SortedMap<Integer, Long> to = new TreeMap<>(end);
        from.keySet().retainAll(List.of(partition));
        to.keySet().retainAll(List.of(partition));
        return new TopicSpan(from, to);
    }

    /** Offsets in the span: records and, in topics with transactions, markers. */
    public long size() {
        return end.entrySet().stream()
                .mapToLong(e -> Math.max(0, e.getValue() - begin.getOrDefault(e.getKey(), 0L)))
                .sum();
    }

    private static Collection<Integer> partitions(Admin admin, String topic) {
        try {
            return get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                    .flatMap(description -> description.partitions().stream())
                    .map(TopicPartitionInfo::partition)
                    .toList();
        } catch (UnknownTopicOrPartitionException e) {
            return List.of();
        }
    }

    private static SortedMap<Integer, Long> offsets(
            Admin admin, String topic, Collection<Integer> partitions, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> request =
                partitions.stream().collect(Collectors.toMap(p -> new TopicPartition(topic, p), p -> spec));
        Map<TopicPartition, ListOffsetsResultInfo> found = get(
                admin.listOffsets(request, new ListOffsetsOptions(isolation)).all());
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        found.forEach((partition, info) -> offsets.put(partition.partition(), info.offset()));
        return offsets;
    }

    /** The future's value; its failure as the Kafka exception that it is. */
    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException(
                    "no answer from the broker within " + LIMIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }
}
