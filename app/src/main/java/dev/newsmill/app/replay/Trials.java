package dev.newsmill.app.replay;

import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a replay makes of records. Thread-safe. */
public interface Trials extends AutoCloseable {

    /** Never throws for what is wrong with a record. */
    Trial run(ConsumerRecord<byte[], byte[]> record);

    /** The trial of a record that took too long, or broke its thread. */
    Trial failed(ConsumerRecord<byte[], byte[]> record, Throwable error);

    /** The stages that it runs, and their versions. */
    SortedMap<String, String> versions();

    @Override
    void close();
}
