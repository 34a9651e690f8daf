package dev.newsmill.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds the record that kills the process of a replay, as a stage does, see {@link CrashMarks}: the records of a batch that
 * was cut off are worked on one by one, and one that was cut off twice while it was alone is given up. Used by one
 * thread.
 */
public final class MarkedReplayWork implements ReplayWork, AutoCloseable {
    private final ReplayWork work;
    private final GivingUp givingUp;
    private final CrashMarks marks;

    /** Answers for a record that is not worked on. */
    @FunctionalInterface
    public interface GivingUp {
        Answer giveUp(ConsumerRecord<byte[], byte[]> record, Throwable error);
    }

    private MarkedReplayWork(ReplayWork work, GivingUp givingUp, CrashMarks marks) {
        this.work = work;
        this.givingUp = givingUp;
        this.marks = marks;
    }

    /**
     * @param state folder for the marks, which is made if it is not there
     * @param replay its id
     * @param instance tells workers of the same replay apart; the same after a restart
     * @throws java.io.UncheckedIOException if the folder cannot be written
     */
    public static MarkedReplayWork open(
            ReplayWork work, GivingUp givingUp, Path state, String replay, String instance) {
        return new MarkedReplayWork(work, givingUp, CrashMarks.open(state, "replay-" + replay, instance));
    }

    @Override
    public List<Answer> settle(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        if (records.stream().noneMatch(marks::isSuspect)) return settleMarked(records);
        List<Answer> answers = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            int times = marks.timesAlone(record);
            if (times < CrashMarks.ENOUGH) answers.addAll(settleMarked(List.of(record)));
            else answers.add(givingUp.giveUp(record, new ProcessKilledException(times)));
        }
        return answers;
    }

    private List<Answer> settleMarked(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        marks.begin(records);
        try {
            return work.settle(records);
        } finally {
            marks.survived(records);
        }
    }

    @Override
    public void close() {
        marks.close();
    }
}
