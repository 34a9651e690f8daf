package dev.newsmill.stage;

import dev.newsmill.message.Message;

/**
 * A pure function of one record, plus resources that it loaded once. No Kafka, clock or network in it. Thread-safe:
 * the runtime calls it from several threads.
 *
 * @param <I> value of the input topic
 * @param <O> value of the output topic
 */
@FunctionalInterface
public interface Stage<I extends Message, O extends Message> extends AutoCloseable {

    /**
     * Answers for one record.
     *
     * @throws RetryableException if the same record may work later; the runtime backs off and tries its batch again
     * @throws Exception if the record is broken; the runtime makes it a dead letter
     */
    Outcome<O> apply(I input) throws Exception;

    /** Frees what the stage holds; nothing by default. */
    @Override
    default void close() {}
}
