package dev.newsmill.runtime;

import dev.newsmill.message.Message;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.BatchStage;
import dev.newsmill.stage.Input;
import dev.newsmill.stage.StageProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A stage with a second system: the readable records of a batch go to it together. */
final class BatchWork<I extends Message, O extends Message> implements StageWork {
    private final Class<I> type;
    private final BatchStage<I, O> stage;
    private final Bookkeeper books;
    private final Clock clock;
    private final MessageCodec codec = new MessageCodec();
    private final Crew<ConsumerRecord<byte[], byte[]>, Read<I>> readers;

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
    public List<Settled> settle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
        Instant started = clock.instant();
        long began = System.nanoTime();
        List<Read<I>> reads = readers.apply(batch);
        List<Answer<O>> answers = stage.applyAll(inputs(reads));
        double each = (System.nanoTime() - began) / 1e6 / batch.size();
        Iterator<Answer<O>> next = answers.iterator();
        List<Settled> settled = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Read<I> read = reads.get(i);
            Answer<O> answer = read.error == null ? next.next() : new Answer.Failed<>(read.error);
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

    private static <I extends Message> List<Input<I>> inputs(List<Read<I>> reads) {
        List<Input<I>> inputs = new ArrayList<>();
        for (Read<I> read : reads) if (read.arrival != null) inputs.add(read.arrival.input());
        return inputs;
    }
}
