package dev.newsmill.app.replay;

import dev.newsmill.publish.Archive;
import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.MarkedReplayWork;
import dev.newsmill.runtime.OffsetSet;
import dev.newsmill.runtime.Pace;
import dev.newsmill.runtime.Replay;
import dev.newsmill.runtime.ReplayLog;
import dev.newsmill.runtime.ReplayLoop;
import dev.newsmill.runtime.ReplayProgress;
import dev.newsmill.runtime.ReplayTally;
import dev.newsmill.runtime.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * A process's part in a replay that publishes. Any number of them may work on the same replay; each goes on until the
 * replay is done, or somebody pauses or cancels it.
 */
public final class ReplayWorker {
    private static final long LOOK_NANOS = 400_000_000L;

    private final KafkaSettings kafka;
    private final Topics topics;
    private final Admin admin;
    private final Archive archive;
    private final ReplayLog log;
    private final Clock clock;

    /**
     * How to work.
     *
     * @param instance tells workers of the same replay apart; the same after a restart
     * @param state folder for what must be known after a crash
     * @param threads how many records are worked on at once
     * @param recordLimit the longest that one record may take
     * @param rate records a second; 0 for as fast as it goes
     * @param beforeCommit runs before each commit; for tests of crashes
     */
    public record Options(
            String instance, Path state, int threads, Duration recordLimit, double rate, Runnable beforeCommit) {}

    /** A worker that uses, and closes none of, what it is given. */
    public ReplayWorker(KafkaSettings kafka, Topics topics, Admin admin, Archive archive, ReplayLog log, Clock clock) {
        this.kafka = kafka;
        this.topics = topics;
        this.admin = admin;
        this.archive = archive;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Works.
     *
     * @param progress is told a few times a second what all workers did so far
     * @return the replay as it is when the work ended
     * @throws InterruptedException if the thread is interrupted; the replay can be resumed
     */
    public Replay work(Replay replay, Trials trials, Options options, Consumer<ReplayTally> progress)
            throws InterruptedException {
        Watch watch = new Watch(replay, progress);
        try (Republish work = new Republish(trials, archive, replay.id(), options.threads, options.recordLimit);
                MarkedReplayWork marked =
                        MarkedReplayWork.open(work, work::giveUp, options.state, replay.id(), options.instance);
                ReplayLoop loop = ReplayLoop.open(
                        kafka,
                        topics,
                        replay,
                        marked,
                        options.instance,
                        new Pace(options.rate),
                        options.beforeCommit)) {
            loop.run(watch::goesOn);
        }
        return watch.replay;
    }

    /** Looks, now and then, whether there is anything left to do, and whether it is wanted. */
    private final class Watch {
        private final OffsetSet plan;
        private final Consumer<ReplayTally> progress;
        private Replay replay;
        private long looked;

        Watch(Replay replay, Consumer<ReplayTally> progress) {
            this.replay = replay;
            this.plan = replay.records();
            this.progress = progress;
        }

        boolean goesOn() {
            long now = System.nanoTime();
            if (looked != 0 && now - looked < LOOK_NANOS) return true;
            looked = now;
            ReplayProgress done = ReplayProgress.of(admin, topics, replay);
            progress.accept(done.tally());
            Replay known = log.get(replay.id());
            if (known != null) replay = known;
            if (replay.state() != Replay.State.running) return false;
            if (!done.covers(plan)) return true;
            replay = replay.in(Replay.State.done, clock.instant());
            log.put(replay);
            return false;
        }
    }
}
