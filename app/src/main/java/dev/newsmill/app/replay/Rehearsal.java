package dev.newsmill.app.replay;

import dev.newsmill.publish.Archive;
import dev.newsmill.runtime.Crew;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.OffsetSet;
import dev.newsmill.runtime.Pace;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * A dry run: runs the stages' functions on records and compares what comes out with the archive. Nothing is written.
 * Records go through in the order of partition and offset, a batch at a time, so the result is the same for any number of
 * threads, and memory does not grow.
 */
final class Rehearsal implements AutoCloseable {
    private static final int BATCH = 50;
    private static final long BATCH_BYTES = 4L << 20;

    private final KafkaSettings kafka;
    private final Judge judge;
    private final Crew<ConsumerRecord<byte[], byte[]>, Trial> crew;
    private final Pace pace;
    private final Tally tally;
    private final BiConsumer<Verdict, @Nullable Difference> each;
    private final LongConsumer progress;
    private long done;

    /**
     * How it works.
     *
     * @param threads how many records are worked on at once
     * @param recordLimit the longest that one record may take
     * @param rate records a second; 0 for as fast as it goes
     * @param shown how many of the largest differences the report has
     * @param replay id that the results would have
     */
    record Options(int threads, Duration recordLimit, double rate, int shown, String replay) {}

    /**
     * @param each is told of each record, in order
     * @param progress is told how many records are done
     */
    Rehearsal(
            KafkaSettings kafka,
            Trials trials,
            Archive archive,
            Options options,
            BiConsumer<Verdict, @Nullable Difference> each,
            LongConsumer progress) {
        this.kafka = kafka;
        this.judge = new Judge(archive, options.replay);
        this.crew = new Crew<>("replay", options.threads, options.recordLimit, trials::run, trials::failed);
        this.pace = new Pace(options.rate);
        this.tally = new Tally(options.shown);
        this.each = each;
        this.progress = progress;
    }

    /** Does all of these records of a topic. */
    Tally run(String topic, OffsetSet records) throws InterruptedException {
        try {
            for (int partition : records.partitions()) run(topic, partition, records);
        } catch (InterruptException e) {
            Thread.interrupted(); // the exception says it from here on
            throw (InterruptedException) new InterruptedException("replay").initCause(e);
        }
        return tally;
    }

    private void run(String topic, int partition, OffsetSet records) {
        TopicSpan span = new TopicSpan(
                new TreeMap<>(Map.of(partition, records.next(partition, 0))),
                new TreeMap<>(Map.of(partition, records.last(partition) + 1)));
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(BATCH);
        long[] bytes = {0};
        new TopicReader(kafka).read(topic, span, record -> {
            if (!records.contains(record.partition(), record.offset())) return;
            batch.add(record);
            bytes[0] += Math.max(0, record.serializedValueSize());
            if (batch.size() < BATCH && bytes[0] < BATCH_BYTES) return;
            judge(batch);
            bytes[0] = 0;
        });
        judge(batch);
    }

    private void judge(List<ConsumerRecord<byte[], byte[]>> batch) {
        try {
            judge.judge(crew.apply(batch)).forEach(this::settle);
            pace.took(batch.size());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        done += batch.size();
        progress.accept(done);
        batch.clear();
    }

    private void settle(Verdict verdict) {
        Difference difference = verdict.isDifference() ? Difference.of(verdict) : null;
        tally.add(verdict);
        if (difference != null) tally.add(difference);
        each.accept(verdict, difference);
    }

    @Override
    public void close() {
        crew.close();
    }
}
