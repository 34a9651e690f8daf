package dev.newsmill.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads committed records of a topic without being in a group. Opens a consumer per call. Thread-safe. */
public final class TopicReader {
    private static final Duration POLL = Duration.ofMillis(250);
    /** Longer than a killed process can hold up what was written after it. */
    private static final int IDLE_POLLS = (KafkaSettings.TRANSACTION_TIMEOUT_MILLIS + 30_000) / (int) POLL.toMillis();

    private final KafkaSettings kafka;

    public TopicReader(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * Gives each record of the span to {@code each}, in the order of offsets within a partition.
     *
     * @throws TimeoutException if the broker gives nothing more before the span ends, for longer than the transaction of
     *     a killed process can stay open
     */
    public void read(String topic, TopicSpan span, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        List<TopicPartition> open = new ArrayList<>();
        span.end().forEach((partition, end) -> {
            if (span.begin().getOrDefault(partition, 0L) < end) open.add(new TopicPartition(topic, partition));
        });
        if (open.isEmpty()) return;
        try (var consumer = kafka.spanReader()) {
            consumer.assign(open);
            for (TopicPartition partition : open) {
                consumer.seek(partition, span.begin().getOrDefault(partition.partition(), 0L));
            }
            int idle = 0;
            while (!open.isEmpty()) {
                var polled = consumer.poll(POLL);
                idle = polled.isEmpty() ? idle + 1 : 0;
                if (idle > IDLE_POLLS)
                    throw new TimeoutException("no more records of " + topic + ", though there are some");
                for (ConsumerRecord<byte[], byte[]> record : polled) {
                    if (record.offset() < endOf(span, record.partition())) each.accept(record);
                }
                open.removeIf(p -> consumer.position(p) >= endOf(span, p.partition()));
                consumer.pause(consumer.assignment().stream()
                        .filter(p -> !open.contains(p))
                        .toList());
            }
        }
    }

    /** Gives each record from the end of {@code after} on to {@code each}, until {@code done} says so. */
    public void follow(
            String topic, TopicSpan after, Consumer<ConsumerRecord<byte[], byte[]>> each, BooleanSupplier done) {
        List<TopicPartition> partitions = after.end().keySet().stream()
                .map(p -> new TopicPartition(topic, p))
                .toList();
        try (var consumer = kafka.reader()) {
            consumer.assign(partitions);
            for (Map.Entry<Integer, Long> end : after.end().entrySet()) {
                consumer.seek(new TopicPartition(topic, end.getKey()), end.getValue());
            }
            while (!done.getAsBoolean()) consumer.poll(POLL).forEach(each);
        }
    }

    private static long endOf(TopicSpan span, int partition) {
        return span.end().getOrDefault(partition, 0L);
    }
}
