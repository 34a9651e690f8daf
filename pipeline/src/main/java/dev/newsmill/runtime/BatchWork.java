package dev.newsmill.runtime;

import dev.newsmill.message.Message;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.BatchStage;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.RetryableException;
import dev.newsmill.stage.StageProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stage with a second system: the readable records of a batch go to it together. If it throws what it does not
 * declare, the batch is tried again, and at the third time its records go to the stage one by one: those that still
 * fail are dead letters, the others are not held up by them.
 */
final class BatchWork<I extends Message, O extends Message> implements StageWork {
    private static final Logger log = LoggerFactory.getLogger(BatchWork.class);
    private static final int ENOUGH = 3;

    private final Class<I> type;
    private final BatchStage<I, O> stage;
    private final Bookkeeper books;
    private final Clock clock;
    private final MessageCodec codec = new MessageCodec();
    private final Crew<ConsumerRecord<byte[], byte[]>, Read<I>> readers;
    private int failures;

    /** A record that was read, or why it could not be. */
    private record Read<I extends Message>(
            @Nullable Arrival<I> arrival, @Nullable Throwable error) {}

    BatchWork(
            StageProvider<I, O> provider, BatchStage<I, O> stage, Bookkeeper books, LoopOptions options, Clock clock) {
        this.type = provider.input();
        this.stage = stage;
        this.books = books;
        this.clock = clock;
        this.readers = new Crew<>(
                provider.name(),
                options.threads(),
                options.recordLimit(),
                record -> new Read<>(codec.decode(record, type), null),
                (record, error) -> new Read<>(null, error));
    }

    @Override
    public List<Settled> settle(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
        Instant started = clock.instant();
        long began = System.nanoTime();
        List<Read<I>> reads = readers.apply(batch);
        Iterator<Answer<O>> answers = answers(inputs(reads)).iterator();
        double each = (System.nanoTime() - began) / 1e6 / batch.size();
        List<Settled> settled = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Read<I> read = reads.get(i);
            Answer<O> answer = read.error == null ? answers.next() : new Answer.Failed<>(read.error);
            settled.add(books.settle(batch.get(i), read.arrival, answer, started, each));
        }
        return settled;
    }

    @Override
    public Settled giveUp(ConsumerRecord<byte[], byte[]> record, Throwable reason) {
        return books.settle(record, null, new Answer.Failed<O>(reason), clock.instant(), 0);
    }

    @Override
    public void close() {
        readers.close();
        stage.close();
    }

    private List<Answer<O>> answers(List<Input<I>> inputs) throws InterruptedException {
        if (inputs.isEmpty()) return List.of();
        try {
            List<Answer<O>> answers = apply(inputs);
            failures = 0;
            return answers;
        } catch (RetryableException | InterruptedException e) {
            throw e;
        } catch (VirtualMachineError | LinkageError e) {
            if (!(e instanceof StackOverflowError)) throw new FatalStageError(e.toString(), e);
            return answersOneByOne(inputs, e);
        } catch (Exception e) {
            return answersOneByOne(inputs, e);
        }
    }

    private List<Answer<O>> answersOneByOne(List<Input<I>> inputs, Throwable error) throws InterruptedException {
        if (++failures < ENOUGH) throw new RetryableException("the stage failed on a batch: " + error, error);
        log.warn("{} records go to the stage one by one: {}", inputs.size(), error.toString());
        List<Answer<O>> answers = new ArrayList<>(inputs.size());
        for (Input<I> input : inputs) answers.add(answer(input));
        failures = 0;
        return answers;
    }

    private Answer<O> answer(Input<I> input) throws InterruptedException {
        try {
            return apply(List.of(input)).get(0);
        } catch (RetryableException | InterruptedException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            return new Answer.Failed<>(e);
        }
    }

    private List<Answer<O>> apply(List<Input<I>> inputs) throws Exception {
        List<Answer<O>> answers = stage.applyAll(inputs);
        if (answers.size() == inputs.size()) return answers;
        throw new IllegalStateException(answers.size() + " answers to " + inputs.size() + " records");
    }

    private static <I extends Message> List<Input<I>> inputs(List<Read<I>> reads) {
        List<Input<I>> inputs = new ArrayList<>();
        for (Read<I> read : reads) if (read.arrival != null) inputs.add(read.arrival.input());
        return inputs;
    }
}
