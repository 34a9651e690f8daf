package dev.newsmill.runtime;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records first, offsets then, without a transaction: the control that exactly once is measured against. */
final class AtLeastOnce extends Delivery {
    private final Consumer<byte[], byte[]> consumer;
    private final Runnable beforeCommit;

    AtLeastOnce(
            Supplier<Producer<byte[], byte[]>> producers, Consumer<byte[], byte[]> consumer, Runnable beforeCommit) {
        super(producers);
        this.consumer = consumer;
        this.beforeCommit = beforeCommit;
    }

    @Override
    void start() {
        producer();
    }

    @Override
    void deliver(
            List<ProducerRecord<byte[], byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata group) {
        send(producer(), records);
        beforeCommit.run();
        consumer.commitSync(offsets);
    }

    @Override
    void abandon(Exception error) {}
}
