package dev.newsmill.runtime;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a stage does with a batch: settles each record, in order. No transaction is open meanwhile. */
interface StageWork extends AutoCloseable {

    List<Settled> settle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception;

    /** Settles a record as a dead letter without working on it. */
    Settled giveUp(ConsumerRecord<byte[], byte[]> record, Throwable reason);

    @Override
    void close();
}
