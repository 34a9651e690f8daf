package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.AuditReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process of a stage is killed (SIGKILL) again and again while pages flow. Larger than in the build:
 * {@code -Dfaults.pages=20000 -Dfaults.kills=20}.
 */
class StageKillIT {
    private static final int PAGES = Integer.getInteger("faults.pages", 600);
    private static final int KILLS = Integer.getInteger("faults.kills", 4);
    private static final int PAUSE_MILLIS = 300;
    /** More offsets than the markers that end a dead predecessor's transaction: one a partition. */
    private static final int MARKERS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    /** What came out. */
    private record Result(Set<String> fed, Census articles, long copies, AuditReport audit) {}

    @Test
    void aKilledStageNeitherLosesNorRepeatsAPage() throws Exception {
        Result result = killAgainAndAgain("exact.");
        assertThat(result.articles.keys()).isEqualTo(result.fed);
        assertThat(result.articles.records()).isEqualTo(PAGES);
        assertThat(result.articles.repeatedEvents()).isZero();
        assertThat(result.audit.findings()).isEmpty();
        assertThat(result.audit.clean()).isTrue();
        assertThat(result.copies)
                .as("records with those of aborted transactions: without any, no kill hit an open one")
                .isGreaterThan(PAGES);
    }

    /** The control: if these kills did no harm without transactions, the test above would prove nothing. */
    @Test
    void withoutTransactionsTheSameKillsRepeatPages() throws Exception {
        Result result = killAgainAndAgain("loose.", "--no-transactions");
        assertThat(result.articles.keys()).isEqualTo(result.fed);
        assertThat(result.articles.repeatedEvents()).isPositive();
        assertThat(result.audit.findings())
                .extracting(AuditReport.Finding::kind)
                .contains(AuditReport.Kind.DUPLICATE_OUTPUT, AuditReport.Kind.DUPLICATE_RECEIPT);
    }

    private static Result killAgainAndAgain(String prefix, String... flags) throws Exception {
        long began = System.nanoTime();
        Random random = new Random(2);
        Set<String> fed = new HashSet<>();
        try (Lab lab = new Lab(broker.bootstrap(), prefix, 1)) {
            for (int kill = 0; kill < KILLS; kill++) {
                try (Child stage = clean(prefix, PAUSE_MILLIS, flags)) {
                    long before = lab.written(lab.topics().articles());
                    feed(lab, share(kill), share(kill + 1), fed);
                    Await.until(
                            "output", PATIENCE, () -> lab.written(lab.topics().articles()) > before + MARKERS, stage);
                    // Every second kill hits the pause before a commit for sure; the others come at any time.
                    if (kill % 2 == 1) TimeUnit.MILLISECONDS.sleep(random.nextInt(4 * PAUSE_MILLIS));
                    stage.kill();
                }
                lab.dismissMembers("clean");
            }
            feed(lab, share(KILLS), PAGES, fed);
            try (Child stage = clean(prefix, 0, flags)) {
                lab.drain(() -> assertThat(stage.isAlive()).as(stage::story).isTrue(), "clean");
                assertThat(stage.stop()).as(stage::story).isZero();
            }
            String articles = lab.topics().articles();
            Result result = new Result(fed, lab.census(articles), lab.copies(articles), lab.audit("clean"));
            System.out.printf(
                    "%s %,d pages, %d kills, %.0f s: %,d articles, %,d repeated, %,d lost, %,d findings; %,d copies with the aborted%n",
                    prefix,
                    PAGES,
                    KILLS,
                    (System.nanoTime() - began) / 1e9,
                    result.articles.records(),
                    result.articles.repeatedEvents(),
                    fed.size() - result.articles.keys().size(),
                    result.audit.findings().size(),
                    result.copies);
            return result;
        }
    }

    private static int share(int kill) {
        return (int) ((long) PAGES * kill / (KILLS + 1));
    }

    private static void feed(Lab lab, int from, int to, Set<String> fed) throws InterruptedException {
        lab.feed(MadePages.offers(from, to)).stream().map(Receipt::page).forEach(fed::add);
    }

    private static Child clean(String prefix, int pause, String... flags) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("stage", "clean", "--instance", "one"));
        arguments.addAll(List.of("--bootstrap", broker.bootstrap(), "--topic-prefix", prefix));
        arguments.addAll(List.of("--data", folder.resolve(prefix + "data").toString()));
        arguments.addAll(List.of("--pause-before-commit", Integer.toString(pause)));
        arguments.addAll(List.of(flags));
        return Child.newsmill(folder, arguments.toArray(String[]::new));
    }
}
