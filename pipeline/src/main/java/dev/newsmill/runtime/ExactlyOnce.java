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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch, one Kafka transaction: KIP-98 with the consumer's group metadata as of KIP-447. */
final class ExactlyOnce extends Delivery {
    private static final Logger log = LoggerFactory.getLogger(ExactlyOnce.class);

    private final Runnable beforeCommit;
    private boolean begun;

    ExactlyOnce(Supplier<Producer<byte[], byte[]>> producers, Runnable beforeCommit) {
        super(producers);
        this.beforeCommit = beforeCommit;
    }

    @Override
    void start() {
        if (open() != null) return;
        try {
            producer().initTransactions();
        } catch (RuntimeException e) {
            replace();
            throw e;
        }
    }

    @Override
    void deliver(
            List<ProducerRecord<byte[], byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata group) {
        start();
        Producer<byte[], byte[]> producer = producer();
        begun = true;
        producer.beginTransaction();
        for (ProducerRecord<byte[], byte[]> record : records) producer.send(record);
        producer.sendOffsetsToTransaction(offsets, group);
        beforeCommit.run();
        producer.commitTransaction();
        begun = false;
    }

    /** A producer that is fenced, whose transaction cannot be aborted, or whose fate is unknown, is replaced. */
    @Override
    void abandon(Exception error) {
        Producer<byte[], byte[]> producer = open();
        if (producer == null || !begun) return;
        begun = false;
        if (isSpoilt(error)) {
            replace();
            return;
        }
        try {
            producer.abortTransaction();
        } catch (KafkaException | IllegalStateException e) {
            log.debug("the transaction could not be aborted; a new producer will end it", e);
            replace();
        }
    }

    /** Gives the producer up. The next one has the same transactional id and ends what this one began. */
    private void replace() {
        try {
            close();
        } catch (KafkaException e) {
            log.debug("the old producer did not close cleanly", e);
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
