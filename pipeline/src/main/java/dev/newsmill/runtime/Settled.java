package dev.newsmill.runtime;

import dev.newsmill.message.Receipt;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record that a stage is done with.
 *
 * @param receipt what became of it
 * @param records what to send: the output or the dead letter, where there is one, and the receipt
 */
record Settled(Receipt receipt, List<ProducerRecord<byte[], byte[]>> records) {
    Settled {
        records = List.copyOf(records);
    }
}
