package dev.newsmill.runtime;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;

/** One batch, one Kafka transaction: KIP-98 with the consumer's group metadata as of KIP-447. */
final class ExactlyOnce extends Delivery {
    private final Runnable beforeCommit;
    private boolean inTransaction;

    ExactlyOnce(Supplier<Producer<byte[], byte[]>> producers, Runnable beforeCommit) {
        super(producers);
        this.beforeCommit = beforeCommit;
    }

    @Override
    void start() {
        if (open() == null) producer().initTransactions();
    }

    @Override
    void deliver(
            List<ProducerRecord<byte[], byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata group) {
        start();
        Producer<byte[], byte[]> producer = producer();
        producer.beginTransaction();
        inTransaction = true;
        for (ProducerRecord<byte[], byte[]> record : records) producer.send(record);
        producer.sendOffsetsToTransaction(offsets, group);
        beforeCommit.run();
        producer.commitTransaction();
        inTransaction = false;
    }

    /** A producer that is fenced, whose transaction cannot be aborted, or whose fate is unknown, is replaced. */
    @Override
    void abandon(Exception error) {
        Producer<byte[], byte[]> producer = open();
        if (producer == null) return;
        try {
            if (isSpoilt(error)) {
                close();
            } else if (inTransaction) {
                producer.abortTransaction();
            }
        } catch (KafkaException | IllegalStateException e) {
            close();
        } finally {
            inTransaction = false;
        }
    }

    private static boolean isSpoilt(Exception error) {
        return error instanceof ProducerFencedException
                || error instanceof InvalidProducerEpochException
                || error instanceof OutOfOrderSequenceException
                || error instanceof InvalidTxnStateException
                || error instanceof RetriableException;
    }
}
