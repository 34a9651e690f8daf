package dev.newsmill.runtime;

import dev.newsmill.message.Message;
import dev.newsmill.stage.Answer;
import dev.newsmill.stage.RetryableException;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A stage that is a function: records are read, worked on and written by a {@link Crew}, each by itself. */
final class FunctionWork<I extends Message, O extends Message> implements StageWork {
    private final Class<I> type;
    private final Stage<I, O> stage;
    private final Bookkeeper books;
    private final Clock clock;
    private final MessageCodec codec = new MessageCodec();
    private final Crew<ConsumerRecord<byte[], byte[]>, Settled> crew;

    FunctionWork(StageProvider<I, O> provider, Stage<I, O> stage, Bookkeeper books, LoopOptions options, Clock clock) {
        this.type = provider.input();
        this.stage = stage;
        this.books = books;
        this.clock = clock;
        this.crew =
                new Crew<>(provider.name(), options.threads(), options.recordLimit(), this::settleOne, this::giveUp);
    }

    @Override
    public List<Settled> settle(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
        return crew.apply(batch);
    }

    @Override
    public Settled giveUp(ConsumerRecord<byte[], byte[]> record, Throwable reason) {
        return books.settle(record, null, new Answer.Failed<O>(reason), clock.instant(), 0);
    }

    @Override
    public void close() {
        crew.close();
        stage.close();
    }

    private Settled settleOne(ConsumerRecord<byte[], byte[]> record) {
        Instant started = clock.instant();
        long began = System.nanoTime();
        Arrival<I> arrival = codec.decode(record, type);
        Answer<O> answer = answer(arrival.value());
        double worked = (System.nanoTime() - began) / 1e6;
        return books.settle(record, arrival, answer, started, worked);
    }

    private Answer<O> answer(I value) {
        try {
            return new Answer.Of<>(stage.apply(value));
        } catch (RetryableException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            return new Answer.Failed<>(e);
        }
    }
}
