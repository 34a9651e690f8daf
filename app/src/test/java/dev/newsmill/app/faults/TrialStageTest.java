package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.app.broker.EmbeddedBroker;
import dev.newsmill.message.Receipt;
import dev.newsmill.runtime.Audit;
import dev.newsmill.runtime.GroupProgress;
import dev.newsmill.runtime.LoopOptions;
import dev.newsmill.runtime.LoopState;
import dev.newsmill.runtime.StageLoop;
import dev.newsmill.stage.Offer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that break the stage which works on them: each is a dead letter, and the others do not suffer. */
class TrialStageTest {
    private static final int GOOD = 20;
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration SLACK = Duration.ofSeconds(10);
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

    @Test
    void anEndlessLoopIsADeadLetterAfterItsTimeAndDelaysNobodyLonger() throws Exception {
        try (Lab lab = lab("loop.")) {
            run(lab, "https://news.example/loop");
            assertDead(lab, "https://news.example/loop", "RecordTimeoutException");
            assertThat(longestWayMillis(lab)).isLessThan(LIMIT.plus(SLACK).toMillis());
        }
    }

    @Test
    void aStackOverflowIsADeadLetter() throws Exception {
        try (Lab lab = lab("overflow.")) {
            run(lab, "https://news.example/overflow");
            assertDead(lab, "https://news.example/overflow", "StackOverflowError");
        }
    }

    @Test
    void anOutputTooLargeForItsTopicIsADeadLetter() throws Exception {
        try (Lab lab = lab("large.")) {
            run(lab, "https://news.example/large");
            assertDead(lab, "https://news.example/large", "RecordTooLargeException");
        }
    }

    @Test
    void anExceptionIsADeadLetter() throws Exception {
        try (Lab lab = lab("throw.")) {
            run(lab, "https://news.example/throw");
            assertDead(lab, "https://news.example/throw", "IllegalStateException");
        }
    }

    @Test
    void aRecordThatKillsTheProcessIsADeadLetterAfterTwoDeathsAlone() throws Exception {
        try (Lab lab = lab("halt.")) {
            feed(lab, "https://news.example/halt");
            int deaths = 0;
            for (boolean settled = false; !settled; ) {
                try (Child child = Child.java(
                        folder,
                        TrialStage.class,
                        broker.bootstrap(),
                        "halt.",
                        folder.resolve("state").toString())) {
                    Await.until("end or death", PATIENCE, () -> isThrough(lab) || !child.isAlive());
                    settled = isThrough(lab);
                    if (!settled) {
                        assertThat(child.exitCode()).as(child::story).isEqualTo(7);
                        deaths++;
                        assertThat(deaths).as(child::story).isLessThan(10);
                        lab.dismissMembers(TrialStage.NAME);
                    }
                }
            }
            assertThat(deaths).as("once in its batch, twice alone").isEqualTo(3);
            assertDead(lab, "https://news.example/halt", "ProcessKilledException");
        }
    }

    private static Lab lab(String prefix) {
        return new Lab(broker.bootstrap(), prefix, 1, TrialStage.NAME);
    }

    /** Feeds twenty pages and among them {@code bad} to a running trial stage, and waits until it is through. */
    private static void run(Lab lab, String bad) throws InterruptedException {
        TrialStage trial = new TrialStage();
        LoopOptions options = LoopOptions.of("one", null).withRecordLimit(LIMIT);
        try (StageLoop loop = StageLoop.open(lab.kafka(), lab.topics(), trial, trial.open(Map.of()), options)) {
            Thread thread = new Thread(loop, "trial");
            thread.start();
            Await.until("start", PATIENCE, () -> loop.state() == LoopState.RUNNING);
            feed(lab, bad);
            Await.until("end", PATIENCE, () -> isThrough(lab));
            assertThat(loop.failure()).isNull();
        } finally {
            trial.release();
        }
    }

    private static void feed(Lab lab, String bad) throws InterruptedException {
        List<Offer> offers = new ArrayList<>();
        MadePages.offers(0, GOOD / 2).forEachRemaining(offers::add);
        offers.add(MadePages.offer(MadePages.page(bad, MadePages.html(0))));
        MadePages.offers(GOOD / 2, GOOD).forEachRemaining(offers::add);
        lab.feed(offers.iterator());
    }

    private static boolean isThrough(Lab lab) {
        String pages = lab.topics().pages();
        String group = lab.topics().group(TrialStage.NAME);
        return GroupProgress.of(lab.admin(), group, pages).lag() == 0;
    }

    private static void assertDead(Lab lab, String bad, String reason) throws InterruptedException {
        Map<Receipt.Result, List<Receipt>> receipts = lab.receipts().stream()
                .filter(r -> r.stage().equals(TrialStage.NAME))
                .collect(Collectors.groupingBy(Receipt::outcome));
        assertThat(receipts.get(Receipt.Result.emitted)).hasSize(GOOD);
        assertThat(receipts.get(Receipt.Result.dead)).singleElement().satisfies(receipt -> {
            assertThat(receipt.url()).isEqualTo(bad);
            assertThat(receipt.reason()).isEqualTo(reason);
        });
        assertThat(lab.records(lab.topics().deadLetters(TrialStage.NAME))).hasSize(1);
        var link = new Audit.Link(
                TrialStage.NAME, lab.topics().pages(), lab.topics().articles());
        assertThat(new Audit(lab.kafka(), lab.topics(), List.of(link)).run().findings())
                .isEmpty();
    }

    /** From a page's arrival in its topic to that of its article, the longest one. */
    private static long longestWayMillis(Lab lab) {
        long first = lab.records(lab.topics().pages()).stream()
                .mapToLong(r -> r.timestamp())
                .min()
                .orElseThrow();
        long last = lab.records(lab.topics().articles()).stream()
                .mapToLong(r -> r.timestamp())
                .max()
                .orElseThrow();
        return last - first;
    }
}
