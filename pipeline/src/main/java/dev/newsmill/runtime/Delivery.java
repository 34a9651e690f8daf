package dev.newsmill.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Writes what came of a batch together with the offsets that it moves. Used by one thread. */
abstract class Delivery implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;

    Delivery(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    static Delivery of(
            DeliveryMode mode,
            Supplier<Producer<byte[], byte[]>> producers,
            Consumer<byte[], byte[]> consumer,
            Runnable beforeCommit) {
        return mode == DeliveryMode.EXACTLY_ONCE
                ? new ExactlyOnce(producers, beforeCommit)
                : new AtLeastOnce(producers, consumer, beforeCommit);
    }

    /** Sends the records and commits the offsets. */
    abstract void deliver(
            List<ProducerRecord<byte[], byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata group);

    /** Undoes what was begun before {@code error}. Afterwards the next {@link #deliver} starts afresh. */
    abstract void abandon(Exception error);

    /** Makes the producer and registers it, so that a predecessor's open transaction ends now. */
    abstract void start();

    @Override
    public void close() {
        Producer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) open.close(CLOSE_LIMIT);
    }

    Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
        }
        return open;
    }

    @Nullable
    Producer<byte[], byte[]> open() {
        return producer;
    }

    static void send(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<byte[], byte[]> record : records) sent.add(producer.send(record));
        producer.flush();
        for (Future<RecordMetadata> future : sent) await(future);
    }

    private static void await(Future<RecordMetadata> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }
}
