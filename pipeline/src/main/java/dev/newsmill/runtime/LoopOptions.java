package dev.newsmill.runtime;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a stage runs.
 *
 * @param instance tells instances of the same stage apart; part of the transactional id, so it must be the same after
 *     a restart and different between instances that run at the same time
 * @param threads how many records are worked on at once
 * @param maxPollRecords the most records in one transaction
 * @param recordLimit the longest that one record may take; then it is a dead letter
 * @param stateDirectory where the crash marks lie, see {@link CrashMarks}; null to keep none
 * @param delivery exactly once; anything else only to measure against
 * @param receipts whether to write receipts; off only to measure what they cost
 * @param beforeCommit runs between the last send and the commit; for tests of crashes
 */
public record LoopOptions(
        String instance,
        int threads,
        int maxPollRecords,
        Duration recordLimit,
        @Nullable Path stateDirectory,
        DeliveryMode delivery,
        boolean receipts,
        Runnable beforeCommit) {

    public LoopOptions {
        if (!instance.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("instance '" + instance + "': only letters, digits, '.', '_' and '-'");
        }
        if (threads < 1 || threads > 1024)
            throw new IllegalArgumentException("threads: " + threads + ", not 1 to 1024");
        if (recordLimit.isNegative() || recordLimit.isZero())
            throw new IllegalArgumentException("time limit of a record: " + recordLimit);
        if (maxPollRecords < 1) throw new IllegalArgumentException("records a poll: " + maxPollRecords);
    }

    /** Exactly once, one thread a processor, 20 s a record. */
    public static LoopOptions of(String instance, @Nullable Path stateDirectory) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new LoopOptions(
                instance,
                processors,
                100,
                Duration.ofSeconds(20),
                stateDirectory,
                DeliveryMode.EXACTLY_ONCE,
                true,
                () -> {});
    }

    public LoopOptions withThreads(int count) {
        return new LoopOptions(
                instance, count, maxPollRecords, recordLimit, stateDirectory, delivery, receipts, beforeCommit);
    }

    public LoopOptions withRecordLimit(Duration limit) {
        return new LoopOptions(
                instance, threads, maxPollRecords, limit, stateDirectory, delivery, receipts, beforeCommit);
    }

    public LoopOptions withMaxPollRecords(int count) {
        return new LoopOptions(instance, threads, count, recordLimit, stateDirectory, delivery, receipts, beforeCommit);
    }

    public LoopOptions withDelivery(DeliveryMode mode, boolean withReceipts) {
        return new LoopOptions(
                instance, threads, maxPollRecords, recordLimit, stateDirectory, mode, withReceipts, beforeCommit);
    }

    public LoopOptions withBeforeCommit(Runnable hook) {
        return new LoopOptions(
                instance, threads, maxPollRecords, recordLimit, stateDirectory, delivery, receipts, hook);
    }
}
