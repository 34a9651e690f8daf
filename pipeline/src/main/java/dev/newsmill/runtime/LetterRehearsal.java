package dev.newsmill.runtime;

import dev.newsmill.message.Message;
import dev.newsmill.message.Receipt;
import dev.newsmill.stage.BatchStage;
import dev.newsmill.stage.RetryableException;
import dev.newsmill.stage.Stage;
import dev.newsmill.stage.StageProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

/** What a stage would answer to dead letters if they came back now. Nothing is written. */
public final class LetterRehearsal implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final String topic;
    private final StageWork work;

    private LetterRehearsal(String topic, StageWork work) {
        this.topic = topic;
        this.work = work;
    }

    /**
     * A rehearsal that owns the stage and closes it.
     *
     * @param stage a batch stage must answer without keeping anything
     */
    public static <I extends Message, O extends Message> LetterRehearsal open(
            Topics topics, StageProvider<I, O> provider, Stage<I, O> stage, LoopOptions options) {
        Clock clock = Clock.systemUTC();
        String output = topics.of(provider.output());
        Bookkeeper books = new Bookkeeper(provider.name(), provider.version(), topics, output, false, clock);
        StageWork work = stage instanceof BatchStage<I, O> batch
                ? new BatchWork<>(provider, batch, books, options, clock)
                : new FunctionWork<>(provider, stage, books, options, clock);
        return new LetterRehearsal(topics.of(provider.input()), work);
    }

    /**
     * The receipt that each letter would get, in order.
     *
     * @throws FatalStageError if a letter breaks the process, or too many take too long
     * @throws RetryableException if something that the stage needs is down
     */
    public List<Receipt> receipts(List<Letter> letters, LetterEdit edit) throws InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(letters.size());
        for (Letter letter : letters) batch.add(received(letter.putBack(topic, edit), letter));
        return settle(batch).stream().map(Settled::receipt).toList();
    }

    /** A batch stage that fails on a batch asks for it again, and takes its records one by one at last. */
    private List<Settled> settle(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.settle(batch);
            } catch (RetryableException e) {
                if (attempt == ATTEMPTS) throw e;
            } catch (InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new FatalStageError(e.toString(), e);
            }
        }
    }

    @Override
    public void close() {
        work.close();
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> record, Letter letter) {
        return new ConsumerRecord<>(
                record.topic(),
                letter.record().partition(),
                letter.record().offset(),
                letter.record().timestamp(),
                TimestampType.CREATE_TIME,
                record.key() == null ? -1 : record.key().length,
                record.value() == null ? -1 : record.value().length,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }
}
