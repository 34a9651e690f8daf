package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.app.replay.PlantedClean;
import dev.newsmill.app.replay.ReplayMill;
import dev.newsmill.app.replay.Stories;
import dev.newsmill.publish.Archive;
import dev.newsmill.runtime.AuditReport;
import dev.newsmill.runtime.Replay;
import dev.newsmill.runtime.ReplayLog;
import dev.newsmill.runtime.ReplayProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process of a replay that publishes is killed (SIGKILL) again and again. Larger than in the build:
 * {@code -Dreplay.pages=2000 -Dreplay.kills=10}.
 */
class ReplayKillIT {
    private static final int PAGES = Integer.getInteger("replay.pages", 240);
    private static final int KILLS = Integer.getInteger("replay.kills", 3);
    private static final int PAUSE_MILLIS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void aKilledReplayPublishesEachRevisionOnce() throws Exception {
        Random random = new Random(4);
        long changed = IntStream.range(0, PAGES)
                .filter(n -> PlantedClean.change(Stories.url(n)) < 20)
                .count();
        try (ReplayMill mill = new ReplayMill(broker.bootstrap(), folder, "killed")) {
            mill.start(new PlantedClean()).startAllBut("clean").feed(Stories.offers(0, PAGES));
            mill.drain();
            ReplayLog log = new ReplayLog(mill.kafka(), mill.topics(), mill.admin());
            for (int kill = 0; kill < KILLS; kill++) {
                long before = done(mill, log);
                try (Child worker = worker(mill, log, changed)) {
                    Await.until("progress", PATIENCE, () -> done(mill, log) > before, worker);
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(2 * PAUSE_MILLIS));
                    worker.kill();
                }
                assertThat(done(mill, log))
                        .as("a replay that is over cannot be killed")
                        .isLessThan(changed);
            }
            try (Child worker = newsmill(mill, "replays", "resume", "last", "--rate", "0")) {
                Await.until("the end", PATIENCE, () -> only(log).state() == Replay.State.done, worker);
                assertThat(worker.exitCode()).as(worker::story).isZero();
            }
            mill.drainPublish();
            AuditReport audit = mill.audit();
            long copies = revisions(mill);
            System.out.printf("replay of %,d, %d kills: %,d revisions, %s%n", changed, KILLS, copies, audit.stages());
            assertThat(copies).isEqualTo(changed);
            assertThat(audit.findings()).isEmpty();
            assertThat(audit.clean()).isTrue();
        }
    }

    /** The first one begins the replay, the others go on with it. */
    private static Child worker(ReplayMill mill, ReplayLog log, long changed) throws IOException {
        String pause = Integer.toString(PAUSE_MILLIS);
        String rate = Long.toString(Math.max(4, changed / 10));
        return log.all().isEmpty()
                ? newsmill(
                        mill,
                        "replay",
                        "--execute",
                        "--confirm",
                        Long.toString(changed),
                        "--rate",
                        rate,
                        "--pause-before-commit",
                        pause)
                : newsmill(mill, "replays", "resume", "last", "--rate", rate, "--pause-before-commit", pause);
    }

    private static Child newsmill(ReplayMill mill, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(mill.flags());
        return Child.newsmill(mill.folder(), line.toArray(String[]::new));
    }

    private static Replay only(ReplayLog log) {
        return log.all().iterator().next();
    }

    private static long done(ReplayMill mill, ReplayLog log) {
        if (log.all().isEmpty()) return 0;
        return ReplayProgress.of(mill.admin(), mill.topics(), only(log)).tally().all();
    }

    /** Revisions that a replay made, of all articles. */
    private static long revisions(ReplayMill mill) {
        try (Archive archive = Archive.open(mill.archive())) {
            return IntStream.range(0, PAGES)
                    .mapToObj(n -> archive.find(Stories.url(n)).get(0).id())
                    .flatMap(id -> archive.revisions(id).stream())
                    .filter(revision -> revision.replay() != null)
                    .count();
        }
    }
}
