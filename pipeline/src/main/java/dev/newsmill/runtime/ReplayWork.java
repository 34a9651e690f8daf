package dev.newsmill.runtime;

import dev.newsmill.message.EnrichedArticle;
import dev.newsmill.stage.Outcome;
import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a replay does with its records. Used by one thread. */
@FunctionalInterface
public interface ReplayWork {

    /**
     * Answers for each record, in order. The same records may come again, if what was answered did not reach Kafka.
     *
     * @throws dev.newsmill.stage.RetryableException if it may work later; the batch is tried again
     */
    List<Answer> settle(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException;

    /**
     * What is to be published instead, or why nothing is.
     *
     * @param arrival where the record comes from
     * @param versions of the stages that made the outcome
     * @param workedMillis in their functions
     */
    record Answer(
            Arrival<?> arrival,
            Outcome<EnrichedArticle> outcome,
            SortedMap<String, String> versions,
            double workedMillis) {}
}
