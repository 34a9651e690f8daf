package dev.newsmill.stage;

import dev.newsmill.message.Message;
import java.util.List;

/**
 * A stage that also writes to a second system and so wants a batch in one transaction there. The runtime calls it from
 * one thread, with the records in the order of their offsets.
 */
public interface BatchStage<I extends Message, O extends Message> extends Stage<I, O> {

    /**
     * Answers for each input, in order. All or nothing in the second system; called again with the same inputs (maybe
     * in other batches) it must give the same answers, since the process may die before they reach Kafka.
     *
     * @throws RetryableException if the second system is down
     */
    List<Answer<O>> applyAll(List<Input<I>> inputs) throws Exception;

    /** Not used by the runtime: a single record of a batch stage goes through {@link #applyAll} too. */
    @Override
    default Outcome<O> apply(I input) {
        throw new UnsupportedOperationException("a batch stage needs to know where its input comes from");
    }
}
